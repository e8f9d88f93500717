import type { Effect, FlowEvent, Trace } from "@/lib/flow/engine/types";
import type { State } from "@/lib/flow/engine/state";
import type { ModelRequest } from "./model";
import type { Speech } from "./mouth";

export type AskModel = Extract<Effect, { type: "askModel" }>;
export type Say = Extract<Effect, { type: "say" }>;
export type SpeakReply = Extract<Effect, { type: "speakReply" }>;
export type Listen = Extract<Effect, { type: "listen" }>;
export type HangUp = Extract<Effect, { type: "hangUp" }>;

export interface Step {
  event: FlowEvent;
  trace: Trace;
  /** Where the call is afterwards. */
  node: string;
}

/** What a branch needs of the call it belongs to. */
export interface BranchHost {
  step(state: State, event: FlowEvent): { state: State; effects: Effect[]; trace: Trace };
  say(effect: Say): Speech;
  reply(effect: SpeakReply, request: ModelRequest): Speech;
  ask(effect: AskModel, branch: Branch): ModelRequest;
  /** Hands a speech to the mouth. */
  play(speech: Speech): void;
  /** A step that cannot be taken back any more. */
  report(step: Step): void;
  /** Of a live branch: it listens, hangs up, or was brought up to date. */
  changed(branch: Branch): void;
}

/**
 * A state of the call with everything that was begun from it. It is *proposed* while the caller may still go on: speech and
 * replies are made, but nothing is heard and nothing is reported. It is *released* when the turn is over, and *settled* – for
 * good – when its first sound plays. Until then it can be dropped without a trace.
 */
export class Branch {
  readonly steps: Step[] = [];
  /** Not handed to the mouth yet. */
  private waiting: Speech[] = [];
  /** Everything it wants to say or said. */
  readonly speeches = new Set<Speech>();
  readonly requests: Map<string, ModelRequest>;
  /** Requests of an earlier branch that this one does without, once it is settled. */
  private unwanted: string[] = [];
  listen: Listen | null = null;
  hangUp: HangUp | null = null;
  released = false;
  settled = false;
  dropped = false;
  private readonly inherited: ReadonlySet<string>;

  constructor(
    private readonly host: BranchHost,
    public state: State,
    parent: Branch | null = null,
  ) {
    this.requests = new Map(parent?.requests);
    this.inherited = new Set(this.requests.keys());
  }

  /** One step of the engine, and the beginning of everything that follows from it. */
  apply(event: FlowEvent): Trace {
    const { state, effects, trace } = this.host.step(this.state, event);
    this.state = state;
    const step = { event, trace, node: state.node };
    if (this.settled) this.host.report(step);
    else this.steps.push(step);
    for (const effect of effects) this.perform(effect);
    if (this.released) this.host.changed(this);
    return trace;
  }

  /** The turn is over: what was prepared may be heard. */
  release(): void {
    this.released = true;
    const speeches = this.waiting;
    this.waiting = [];
    for (const speech of speeches) this.host.play(speech);
    this.host.changed(this);
  }

  /** From now on it is what happened. */
  settle(): void {
    if (this.settled) return;
    this.settled = true;
    for (const step of this.steps.splice(0)) this.host.report(step);
    for (const request of this.unwanted.splice(0)) this.forget(request);
  }

  /** It never happened. */
  drop(): void {
    if (this.dropped) return;
    this.dropped = true;
    for (const speech of this.speeches) speech.abort();
    for (const [id, request] of this.requests) if (!this.inherited.has(id)) request.abort();
  }

  /** Speech or a reply is still to come. */
  get unfinished(): boolean {
    return this.waiting.length > 0 || [...this.requests.values()].some((request) => !request.done);
  }

  private perform(effect: Effect): void {
    switch (effect.type) {
      case "say":
        this.queue(this.host.say(effect));
        break;
      case "askModel":
        this.requests.set(effect.id, this.host.ask(effect, this));
        break;
      case "speakReply": {
        const request = this.requests.get(effect.request);
        if (request) this.queue(this.host.reply(effect, request));
        break;
      }
      case "dropReply":
        // A request that was running before this branch is stopped only when there is no way back.
        if (this.settled || !this.inherited.has(effect.request)) this.forget(effect.request);
        else this.unwanted.push(effect.request);
        break;
      case "listen":
        this.listen = effect;
        break;
      case "hangUp":
        this.hangUp = effect;
        break;
    }
  }

  private queue(speech: Speech): void {
    this.speeches.add(speech);
    if (this.released) this.host.play(speech);
    else this.waiting.push(speech);
  }

  private forget(id: string): void {
    this.requests.get(id)?.abort();
    this.requests.delete(id);
  }
}
