import type { Brief } from "@/lib/calls/protocol";
import type { EndReason, FlowEvent } from "@/lib/flow/engine/types";
import type { NewCallEvent } from "../reporter";
import type { Branch, BranchHost } from "./branch";
import { Captions, type TextSender } from "./captions";
import { Conversation, type AgentState } from "./conversation";
import { Ears, type VoiceDetector } from "./ears";
import { engine } from "./engine";
import { Hearing } from "./hearing";
import { Keys } from "./keys";
import { ModelRequest } from "./model";
import { Mouth, type AudioSink, type Speech } from "./mouth";
import type { SpeechParts } from "./parts";
import { foldForResume } from "./resume";
import { SilenceClock } from "./silence";
import { Speeches, type SpeechMakers } from "./speeches";

/** What the agent says when the author's words cannot be said any more. */
export const SENTENCES = {
  stopped: "I am sorry, we have to stop here. Please call again.",
  broken: "I am sorry, something went wrong on our side. Please call again.",
  back: "Sorry, I lost you for a moment.",
} as const;

const TICK_MS = 60;
/** The caller's side plays what is under way. */
const TAIL_MS = 250;

export interface CallPorts {
  brief: Brief;
  parts: SpeechParts;
  detector: VoiceDetector;
  sink: AudioSink;
  texts: TextSender;
  cache: SpeechMakers["cache"];
  resample: SpeechMakers["resample"];
  trackIds: () => { agent?: string | undefined; caller?: string | undefined };
  callerIdentity: () => string;
  report: (event: NewCallEvent, at?: Date) => void;
  showState: (state: AgentState) => void;
  clock: () => number;
}

export interface Ending {
  reason: EndReason;
  outcome?: string | undefined;
  message?: string | undefined;
}

/** One conversation with one caller, from the first word to the reason of its end. */
export class Call {
  /** Resolves once, when nothing more will be said. */
  readonly over: Promise<Ending>;
  private end!: (ending: Ending) => void;
  private ended = false;
  private readonly mouth: Mouth;
  private readonly ears: Ears;
  private readonly hearing: Hearing;
  private readonly silence: SilenceClock;
  private readonly keys: Keys;
  private readonly captions: Captions;
  private readonly speeches: Speeches;
  private conversation: Conversation | null = null;
  private readonly preparing = new AbortController();
  private lastSoundAt = 0;
  private ticking: NodeJS.Timeout | null = null;
  private timeUp: NodeJS.Timeout | null = null;
  private typedCount = 0;

  constructor(private readonly ports: CallPorts) {
    const { parts, sink, clock } = ports;
    this.over = new Promise((resolve) => (this.end = resolve));
    const problem = (where: string) => (message: string) => ports.report({ type: "problem", where, message });
    this.speeches = new Speeches({ voice: (choice) => parts.voice(choice), fallback: parts.fallback, cache: ports.cache, sampleRate: sink.sampleRate, resample: ports.resample, onProblem: problem("voice") });
    this.captions = new Captions(ports.texts, ports.trackIds, ports.brief.callId);
    this.mouth = new Mouth(sink, {
      started: (speech) => this.guard(() => this.conversation?.speechStarted(speech)),
      ended: (speech, heard, interrupted) => {
        this.captions.agentEnded(speech.id, heard, interrupted);
        this.onOwnEnded(speech);
        this.guard(() => this.conversation?.speechEnded(speech, heard, interrupted));
      },
      idle: () => this.guard(() => this.conversation?.mouthIdle()),
      progress: (speech, heard) => this.captions.agentHeard(speech.id, heard),
    });
    this.ears = new Ears(ports.detector, { voice: (at, probability) => this.guard(() => this.conversation?.feed({ type: "voice", at, probability, ms: 32 })) });
    this.hearing = new Hearing(parts.recogniser, this.ears, clock, problem("recogniser"));
    this.silence = new SilenceClock((seconds) => this.guard(() => this.conversation?.happen({ at: this.now(), type: "silent", seconds })));
    this.keys = new Keys(
      (keys) => (this.conversation ? engine.nextKeys(this.plan, this.conversation.state, keys) : "none"),
      (keys) => this.guard(() => this.pressed(keys)),
    );
  }

  private get plan() {
    return this.ports.brief.plan;
  }

  /** Makes the sound of fixed texts, those nearest to the start first. Resolves when the first is there. */
  async warmUp(): Promise<void> {
    const [first, ...others] = this.plan.fixedSpeech;
    if (first) await this.speeches.prepare(first.text, first.voice, this.preparing.signal).catch(() => undefined);
    void this.prepareAll(others);
  }

  private async prepareAll(texts: typeof this.plan.fixedSpeech): Promise<void> {
    for (const { text, voice } of texts) {
      if (this.preparing.signal.aborted) return;
      // What cannot be prepared will be reported when it is really needed.
      await this.speeches.prepare(text, voice, this.preparing.signal).catch(() => undefined);
    }
    for (const text of Object.values(SENTENCES)) await this.speeches.prepare(text, undefined, this.preparing.signal).catch(() => undefined);
  }

  /** The caller is there. */
  begin(): void {
    if (this.conversation || this.ended) return;
    this.guard(() => {
      const { brief } = this.ports;
      const resumed = brief.resume && brief.resume.events.length > 0 ? foldForResume(engine, this.plan, brief.resume.events) : null;
      const conversation = this.converse(resumed?.state ?? engine.start(this.plan));
      this.ticking = setInterval(() => this.tick(), TICK_MS);
      this.limit(resumed ? brief.resume?.events[0]?.at : undefined);
      if (!resumed) conversation.happen({ at: this.now(), type: "started", context: brief.context, variables: brief.variables });
      else if (resumed.hangUp) this.finish({ reason: resumed.hangUp.reason, outcome: resumed.hangUp.outcome });
      else {
        this.ports.report({ type: "resumed", attempt: brief.attempt, node: resumed.state.node });
        this.mouth.say(this.own("back", resumed.state.node, SENTENCES.back));
        conversation.goOn(resumed, (say, i) => this.own(`again${i}`, say.node, say.text));
      }
    });
  }

  sound(pcm: Int16Array): void {
    this.lastSoundAt = this.ports.clock();
    this.ears.push(pcm, this.lastSoundAt);
  }

  press(keys: string): void {
    this.guard(() => this.keys.press(keys));
  }

  /** Typed words count as said. */
  typed(text: string): void {
    this.guard(() => {
      const { conversation } = this;
      if (!conversation || conversation.ended) return;
      conversation.interrupt();
      const at = this.now();
      this.ports.report({ type: "heard", text, understood: true, node: conversation.state.node, from: at, to: at });
      this.captions.caller(`t${this.typedCount++}`, text, true, this.ports.callerIdentity());
      conversation.happen({ at, type: "said", text, understood: true });
    });
  }

  /** The caller has gone for good. */
  hungUp(): void {
    if (!this.conversation) return this.finish({ reason: "caller_hung_up" });
    this.guard(() => {
      this.conversation?.interrupt();
      this.conversation?.happen({ at: this.now(), type: "hungUp" });
      this.finish({ reason: "caller_hung_up" });
    });
  }

  /** Ends the call with one honest sentence. */
  async apologise(text: string, message: string): Promise<void> {
    if (this.ended) return;
    this.conversation?.close();
    this.conversation = null;
    this.mouth.discard();
    const speech = this.own("sorry", "", text);
    const said = new Promise<void>((resolve) => (this.onOwnEnded = (ended) => ended === speech && resolve()));
    this.ports.report({ type: "speaking", speech: speech.id, text, node: "" });
    this.mouth.say(speech);
    await Promise.race([said, wait(6_000)]);
    this.ports.report({ type: "spoken", speech: speech.id, text, heard: text, interrupted: false, node: "" });
    this.finish({ reason: "error", message });
  }
  private onOwnEnded: (speech: Speech) => void = () => {};

  /** Lets go of everything. Call it after `over`. */
  async close(): Promise<void> {
    this.ended = true;
    this.preparing.abort();
    if (this.ticking) clearInterval(this.ticking);
    if (this.timeUp) clearTimeout(this.timeUp);
    this.keys.clear();
    this.conversation?.close();
    this.mouth.close();
    await Promise.race([this.captions.flush(), wait(500)]);
  }

  private converse(state: ConstructorParameters<typeof Conversation>[1]): Conversation {
    const { ports } = this;
    this.conversation = new Conversation(
      {
        engine, plan: this.plan, mouth: this.mouth, hearing: this.hearing, silence: this.silence, make: this.make, report: ports.report, showState: ports.showState, clock: ports.clock, guard: (work) => this.guard(work),
        caption: (utterance, text, understood) => this.captions.caller(utterance, text, understood, ports.callerIdentity()),
        finished: (reason, outcome, message) => setTimeout(() => this.finish({ reason, outcome, message }), TAIL_MS),
      },
      state,
    );
    return this.conversation;
  }

  private readonly make: Pick<BranchHost, "say" | "reply" | "ask"> = {
    say: (effect) => this.speeches.whole(effect.id, effect.node, effect.text, effect.fixed, effect.voice),
    reply: (effect, request) => this.speeches.streamed(effect.id, effect.node, request.text(), effect.voice),
    ask: (effect, branch) => this.ask(effect, branch),
  };

  private ask(effect: Parameters<BranchHost["ask"]>[0], branch: Branch): ModelRequest {
    const at = () => this.now();
    const tell = (event: FlowEvent) => this.guard(() => this.conversation?.modelSaid(branch, event));
    return new ModelRequest(this.ports.parts.model(effect.model), effect, {
      routed: (choice) => tell({ at: at(), type: "routed", request: effect.id, choice }),
      replied: (text) => tell({ at: at(), type: "replied", request: effect.id, text }),
      failed: (message) => {
        this.ports.report({ type: "problem", where: "model", message });
        tell({ at: at(), type: "modelFailed", request: effect.id, message });
      },
    });
  }

  private pressed(keys: string): void {
    const { conversation } = this;
    if (!conversation || conversation.ended) return;
    conversation.interrupt();
    this.ports.report({ type: "pressedKeys", keys, node: conversation.state.node });
    conversation.happen({ at: this.now(), type: "pressed", keys });
  }

  private own(id: string, node: string, text: string): Speech {
    return this.speeches.whole(`${id}-${this.ports.brief.attempt}`, node, text, true);
  }

  /** A muted microphone sends nothing: time passes all the same. */
  private tick(): void {
    const now = this.ports.clock();
    if (now - this.lastSoundAt > TICK_MS * 2) this.guard(() => this.conversation?.feed({ type: "tick", at: now }));
  }

  private limit(startedAt: string | undefined): void {
    const since = startedAt ? this.ports.clock() - Date.parse(startedAt) : 0;
    this.timeUp = setTimeout(() => this.guard(() => {
      this.conversation?.interrupt();
      this.conversation?.happen({ at: this.now(), type: "timeUp" });
    }), Math.max(0, this.plan.limits.maxCallSeconds * 1000 - since));
  }

  private finish(ending: Ending): void {
    if (this.ended) return;
    this.ended = true;
    this.end(ending);
  }

  /** Whatever goes wrong in here ends the call in words, not in silence. */
  private guard(work: () => void): void {
    if (this.ended) return;
    try {
      work();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.ports.report({ type: "problem", where: "call loop", message: error instanceof Error ? (error.stack ?? message).slice(0, 1000) : message });
      void this.apologise(SENTENCES.broken, message);
    }
  }

  private now(): string {
    return new Date(this.ports.clock()).toISOString();
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
