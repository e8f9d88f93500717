import type { EndReason, FlowEvent } from "@/lib/flow/engine/types";
import type { State } from "@/lib/flow/engine/state";
import type { Plan } from "@/lib/flow/plan";
import { dueAt, expectedOf, initialTurnState, turn, type Decision, type TimedEvent, type TurnState, type Verdict } from "@/lib/turns";
import type { NewCallEvent } from "../reporter";
import { Branch, type BranchHost, type Listen, type Say } from "./branch";
import type { Engine } from "./engine";
import type { Heard, Hearing } from "./hearing";
import type { Mouth, Speech } from "./mouth";
import type { Resumed } from "./resume";
import type { SilenceClock } from "./silence";
import { turnTiming, type TurnMarks } from "./turn-timing";

export type AgentState = "starting" | "listening" | "thinking" | "speaking" | "ended";

export interface ConversationPorts {
  engine: Pick<Engine, "step" | "expectationOf">;
  plan: Plan;
  mouth: Mouth;
  hearing: Hearing;
  silence: SilenceClock;
  /** Makes speech and asks models; see `BranchHost`. */
  make: Pick<BranchHost, "say" | "reply" | "ask">;
  report: (event: NewCallEvent, at?: Date) => void;
  caption: (utterance: string, text: string, understood: boolean) => void;
  showState: (state: AgentState) => void;
  /** The flow is over and everything was said. */
  finished: (reason: EndReason, outcome: string | undefined, message: string | undefined) => void;
  /** Runs what a timer brings, so that an error in it ends the call in words. */
  guard: (work: () => void) => void;
  /** Milliseconds since 1970, steady. */
  clock: () => number;
}

interface Cut {
  speech: Speech;
  heard: string;
}

/** Words that are over but can still be taken back, with what they led to. */
interface Proposal {
  heard: Heard;
  branch: Branch;
  exit: string | null;
  engineMs: number;
}

/**
 * Owner of the turn. It alone decides what the call's state is: it feeds `turn` and does what it says, tries words on a copy
 * of the state while the caller may still go on, and makes the copy real when its first sound plays.
 */
export class Conversation {
  private current: Branch;
  /** Where `current` came from, while it can be taken back. */
  private previous: Branch | null = null;
  private proposal: Proposal | null = null;
  private latest: Heard | null = null;
  private turns: TurnState = initialTurnState();
  private marks: TurnMarks | null = null;
  /** The caller's words that led to `current`, to be told when it is settled. */
  private words: { heard: Heard; from: number; to: number; node: string } | null = null;
  /** Speeches that the caller cut and that the engine of `current` does not know of yet. */
  private cut: Cut[] = [];
  private over = false;
  private listening: Listen | null = null;
  private pauseDue: number | null = null;
  private pauseTimer: NodeJS.Timeout | null = null;

  constructor(private readonly ports: ConversationPorts, state: State) {
    this.current = new Branch(this.host, state);
    this.current.released = true;
    this.current.settled = true;
  }

  get state(): State {
    return this.current.state;
  }
  get ended(): boolean {
    return this.over;
  }

  /** Something happened that cannot be taken back: keys, silence, a speech that ended, the caller leaving. */
  happen(event: FlowEvent): void {
    if (this.over) return;
    this.settle();
    for (const spoke of this.spokeEvents(this.cut.splice(0))) this.current.apply(spoke);
    this.current.apply(event);
    // Words on trial were tried on a state that is no more.
    if (this.proposal) this.propose(this.proposal.heard);
  }

  /** The caller does something else than speak: the agent stops, and what is being said does not count. */
  interrupt(): void {
    this.feed({ type: "keys", at: this.ports.clock() });
    this.cutSpeech();
    this.feed({ type: "agentSilent", at: this.ports.clock() });
  }

  /** Goes on at a state that was made by an agent that died: says the node's words again, asks what was asked, and listens. */
  goOn(resumed: Pick<Resumed, "says" | "ask" | "listen">, again: (say: Say, index: number) => Speech): void {
    resumed.says.forEach((say, index) => this.ports.mouth.say(again(say, index)));
    if (resumed.ask) this.current.requests.set(resumed.ask.id, this.ports.make.ask(resumed.ask, this.current));
    this.current.listen = resumed.listen;
    this.changed(this.current);
  }

  /** The model's marker or the end of its reply. */
  modelSaid(branch: Branch, event: FlowEvent): void {
    if (this.over || branch.dropped) return;
    // An event of an earlier branch that was not dropped belongs to what came of it.
    const heir = branch === this.proposal?.branch ? branch : this.current;
    heir.apply(event);
    // A proposal that was made from `current` before this is out of date.
    if (heir === this.current && this.proposal) this.propose(this.proposal.heard);
    else if (heir === this.current) this.changed(this.current);
  }

  feed(event: TimedEvent): void {
    if (this.over) return;
    const result = turn(this.turns, event);
    this.turns = result.state;
    for (const decision of result.decisions) this.obey(decision);
    this.watchPause();
  }

  /** The end of the turn may fall between two windows of sound. */
  private watchPause(): void {
    const due = this.over ? null : dueAt(this.turns);
    if (due === this.pauseDue) return;
    this.pauseDue = due;
    if (this.pauseTimer) clearTimeout(this.pauseTimer);
    if (due !== null) this.pauseTimer = setTimeout(() => this.ports.guard(() => this.feed({ type: "tick", at: Math.max(due, this.ports.clock()) })), Math.max(0, due - this.ports.clock()));
  }

  // The mouth tells:
  speechStarted(speech: Speech): void {
    this.settle();
    this.feed({ type: "agentSpeaks", at: this.ports.clock() });
    this.ports.silence.busy();
    this.ports.showState("speaking");
    this.ports.report({ type: "speaking", speech: speech.id, text: speech.text(), node: speech.node });
    if (this.marks && this.current.speeches.has(speech)) {
      const audioAt = this.ports.clock();
      this.ports.report({ type: "turn", ...turnTiming(this.marks, audioAt) }, new Date(audioAt));
      this.marks = null;
    }
  }

  speechEnded(speech: Speech, heard: string, interrupted: boolean): void {
    this.ports.report({ type: "spoken", speech: speech.id, text: speech.text(), heard, interrupted, node: speech.node });
    // Of a speech that was cut the engine is told together with the words that cut it.
    if (!interrupted && this.current.speeches.has(speech)) this.happen({ at: this.now(), type: "spoke", speech: speech.id, heard, interrupted: false });
  }

  mouthIdle(): void {
    this.feed({ type: "agentSilent", at: this.ports.clock() });
    this.rest();
  }

  private obey(decision: Decision): void {
    switch (decision.do) {
      case "listen":
        this.ports.silence.hold();
        this.ports.hearing.begin(decision.utterance);
        break;
      case "speculate":
        void this.recognise(decision.utterance, decision.version);
        break;
      case "cancel":
        this.dropProposal();
        this.takeBack();
        break;
      case "drop":
        this.dropProposal();
        this.ports.hearing.end();
        this.rest();
        break;
      case "stopSpeaking":
        this.ports.mouth.pause();
        this.ports.showState("listening");
        break;
      case "resume":
        this.ports.mouth.resume();
        if (this.ports.mouth.busy) {
          this.ports.silence.busy();
          this.ports.showState("speaking");
          this.feed({ type: "agentSpeaks", at: this.ports.clock() });
        }
        break;
      case "commit":
        this.commit(decision);
        break;
    }
  }

  private async recognise(utterance: number, version: number): Promise<void> {
    const heard = await this.ports.hearing.recognise(utterance, version);
    if (!heard || this.over || this.turns.utterance !== utterance || this.turns.version !== version || this.turns.phase !== "pausing") return;
    this.feed({ type: "recognised", at: this.ports.clock(), utterance, version, verdict: this.propose(heard) });
  }

  /** Tries the words on a copy. */
  private propose(heard: Heard): Verdict {
    this.dropProposal();
    this.latest = heard;
    const { recognition } = heard;
    if (recognition.accepted && recognition.text === "") return "empty";
    const before = this.ports.clock();
    const branch = new Branch(this.host, this.current.state, this.current);
    for (const spoke of this.spokeEvents([...this.cut, ...this.known(this.ports.mouth.unfinished())])) branch.apply(spoke);
    const trace = branch.apply({ at: this.now(), type: "said", text: recognition.accepted ? recognition.text : "", understood: recognition.accepted });
    this.proposal = { heard, branch, exit: trace.taken?.exit ?? null, engineMs: this.ports.clock() - before };
    if (!recognition.accepted) return "rejected";
    if (trace.taken || trace.changed.length > 0) return "moves";
    return [...branch.requests.values()].some((request) => !request.done) ? "model" : "stays";
  }

  private commit(decision: Extract<Decision, { do: "commit" }>): void {
    const at = this.ports.clock();
    // Nothing was prepared only when the recogniser heard no words; `turn` does not commit those.
    if (!this.proposal && this.latest?.utterance === decision.utterance) this.propose(this.latest);
    const proposal = this.proposal;
    this.proposal = null;
    if (!proposal) return;
    this.marks = {
      node: this.current.state.node,
      exit: proposal.exit,
      heardEndAt: decision.heardEndAt,
      speculatedAt: proposal.heard.from,
      recognisedAt: proposal.heard.to,
      committedAt: at,
      recogniseMs: proposal.heard.recognition.ms,
      engineMs: proposal.engineMs,
    };
    this.words = { heard: proposal.heard, from: decision.onsetAt, to: decision.heardEndAt, node: this.current.state.node };
    this.ports.silence.busy();
    this.cutSpeech();
    this.previous = this.current;
    this.current = proposal.branch;
    this.ports.showState("thinking");
    this.current.release();
    // Nothing will be heard of it: there is no first sound to wait for.
    if (this.current.speeches.size === 0 && !this.current.unfinished) this.settle();
  }

  /** The caller goes on before the answer was heard. */
  private takeBack(): void {
    if (this.current.settled || !this.previous) return;
    this.ports.mouth.takeBack(this.current.speeches);
    this.current.drop();
    this.current = this.previous;
    this.previous = null;
    this.marks = null;
    this.words = null;
    this.ports.showState("listening");
  }

  private settle(): void {
    if (this.current.settled) return;
    const words = this.words;
    this.words = null;
    this.previous = null;
    // The branch was made from a state that had been told.
    this.cut = [];
    if (words) {
      const { recognition, utterance } = words.heard;
      const text = recognition.accepted ? recognition.text : "";
      this.ports.report({ type: "heard", text, understood: recognition.accepted, node: words.node, from: new Date(words.from).toISOString(), to: new Date(words.to).toISOString() });
      this.ports.caption(String(utterance), text, recognition.accepted);
    }
    this.current.settle();
    this.feed({ type: "settled", at: this.ports.clock() });
    this.ports.hearing.end();
    this.changed(this.current);
  }

  /** Silence; the engine is told with the next thing that happens. */
  private cutSpeech(): void {
    this.cut.push(...this.known(this.ports.mouth.unfinished()));
    this.ports.mouth.discard();
  }

  /** Apologies and the like are the driver's own; the engine knows nothing of them. */
  private known(cut: Cut[]): Cut[] {
    return cut.filter(({ speech }) => this.current.speeches.has(speech));
  }

  private spokeEvents(cut: Cut[]): FlowEvent[] {
    return cut.map(({ speech, heard }) => ({ at: this.now(), type: "spoke", speech: speech.id, heard, interrupted: true }));
  }

  private dropProposal(): void {
    this.proposal?.branch.drop();
    this.proposal = null;
  }

  /** A live branch moved: everybody has to know what comes next. */
  private changed(branch: Branch): void {
    if (branch !== this.current) return;
    if (!branch.settled) {
      // A branch that turns out to say nothing has no first sound: it is settled now.
      if (branch.speeches.size === 0 && !branch.unfinished) this.settle();
      return;
    }
    const { plan, engine } = this.ports;
    const expectation = engine.expectationOf(plan, branch.state);
    const node = plan.nodes[branch.state.node];
    this.ports.hearing.expect(expectation);
    this.feed({
      type: "expect",
      at: this.ports.clock(),
      expected: expectedOf(expectation),
      eagerness: node?.turnTaking?.eagerness ?? plan.turnTaking.eagerness,
      // The last words before hanging up cannot be stopped: nothing would follow.
      interruptions: branch.hangUp === null && (node?.turnTaking?.interruptions ?? plan.turnTaking.interruptions) === "on",
    });
    if (branch.listen && branch.listen !== this.listening) {
      this.listening = branch.listen;
      this.ports.silence.arm(branch.listen.silentAfterSeconds);
    }
    if (!this.ports.mouth.busy) this.rest();
  }

  /** Nobody speaks: hang up if that is next, else wait for the caller. */
  private rest(): void {
    if (this.over || this.ports.mouth.busy || !this.current.settled) return;
    if (this.current.unfinished) return this.ports.showState("thinking");
    const { hangUp } = this.current;
    if (hangUp) {
      this.over = true;
      this.ports.silence.stop();
      this.ports.finished(hangUp.reason, hangUp.outcome, this.current.state.ended?.message);
      return;
    }
    if (this.turns.phase === "quiet") this.ports.silence.quiet();
    this.ports.showState("listening");
  }

  /** Stops everything; nothing is said or reported any more. */
  close(): void {
    this.over = true;
    if (this.pauseTimer) clearTimeout(this.pauseTimer);
    this.dropProposal();
    this.current.drop();
    this.ports.silence.stop();
    this.ports.hearing.end();
  }

  private now(): string {
    return new Date(this.ports.clock()).toISOString();
  }

  private get host(): BranchHost {
    const { engine, plan, make, mouth, report } = this.ports;
    return {
      step: (state, event) => engine.step(plan, state, event),
      ...make,
      play: (speech) => mouth.say(speech),
      report: ({ event, trace, node }) => report({ type: "step", event, trace, node }),
      changed: (branch) => this.changed(branch),
    };
  }
}
