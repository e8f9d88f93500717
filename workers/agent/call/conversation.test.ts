import { beforeEach, describe, expect, it } from "vitest";
import { compile } from "@/lib/flow/compile";
import { documentSchema, type FlowDocumentInput } from "@/lib/flow/document/schema";
import { projectCall } from "@/lib/calls/project-call";
import type { CallEvent } from "@/lib/calls/protocol";
import type { Recogniser, Recognition, Utterance } from "../speech/types";
import type { NewCallEvent } from "../reporter";
import { Conversation } from "./conversation";
import { engine } from "./engine";
import { Hearing } from "./hearing";
import { ModelRequest } from "./model";
import { Mouth, type AudioSink, type Speech } from "./mouth";
import { SilenceClock } from "./silence";
import { GrowingSound } from "./sound";

const WINDOW = 32;
const RATE = 1_000;

/**
 * A call without sound or time of its own: every window of 32 ms the test says whether the caller makes sound, and the
 * agent's sound is played as far as the same 32 ms go. Words are whatever `says` holds when an utterance is recognised.
 */
class Stage {
  now = Date.UTC(2026, 10, 1, 9);
  readonly events: CallEvent[] = [];
  readonly endings: string[] = [];
  says = "";
  accepted = true;
  recognised = 0;
  playedMs = 0;
  readonly conversation: Conversation;
  private readonly mouth: Mouth;
  private room: (() => void) | null = null;
  private drained: (() => void) | null = null;

  constructor(document: FlowDocumentInput, reply: () => AsyncIterable<string> = async function* () {}) {
    const plan = compile(documentSchema.parse(document));
    const sink: AudioSink = {
      sampleRate: RATE,
      capture: () => new Promise((resolve) => (this.room = resolve)),
      clear: () => {},
      queuedMs: () => 0,
      drained: () => new Promise((resolve) => (this.drained = resolve)),
    };
    this.mouth = new Mouth(sink, {
      started: (speech) => this.conversation.speechStarted(speech),
      ended: (speech, heard, cut) => this.conversation.speechEnded(speech, heard, cut),
      idle: () => this.conversation.mouthIdle(),
    });
    const recognise = async (): Promise<Recognition> => (this.recognised++, { accepted: this.accepted, text: this.accepted ? this.says : "", ms: 1 });
    const recogniser: Recogniser = {
      needsGrammar: true, start: async () => {}, stop: async () => {}, expect: async () => {},
      open: (): Utterance => ({ push: () => {}, close: () => {}, recognise }),
    };
    const clock = () => this.now;
    const report = (event: NewCallEvent, at = new Date(this.now)) => void this.events.push({ ...event, seq: this.events.length, at: at.toISOString() } as CallEvent);
    this.conversation = new Conversation(
      {
        engine, plan, mouth: this.mouth, clock, report, guard: (work) => work(), caption: () => {}, showState: () => {},
        hearing: new Hearing(recogniser, { open: () => {}, close: () => {} }, clock, () => {}),
        silence: new SilenceClock((seconds) => this.conversation.happen({ at: new Date(this.now).toISOString(), type: "silent", seconds }), clock),
        make: {
          say: (effect) => speech(effect.id, effect.node, effect.text),
          reply: (effect, request) => {
            const sound = new GrowingSound(RATE);
            let text = "";
            void (async () => {
              for await (const piece of request.text()) {
                text += piece;
                sound.beginSegment(piece.trim());
                sound.append(new Int16Array(200));
              }
              sound.finish();
            })();
            return { id: effect.id, node: effect.node, sound, text: () => text, abort: () => {} };
          },
          ask: (effect, branch) => new ModelRequest({ reply }, effect, {
            routed: (choice) => this.conversation.modelSaid(branch, { at: this.at, type: "routed", request: effect.id, choice }),
            replied: (said) => this.conversation.modelSaid(branch, { at: this.at, type: "replied", request: effect.id, text: said }),
            failed: (message) => this.conversation.modelSaid(branch, { at: this.at, type: "modelFailed", request: effect.id, message }),
          }),
        },
        finished: (reason, outcome) => void this.endings.push(`${reason} ${outcome ?? ""}`.trim()),
      },
      engine.start(plan),
    );
  }

  get at() {
    return new Date(this.now).toISOString();
  }
  get call() {
    return projectCall(this.events);
  }

  async begin() {
    const context = { callId: "c", channel: "web" as const, callerNumber: null, agentNumber: null, timezone: "UTC" };
    this.conversation.happen({ at: this.at, type: "started", context, variables: {} });
    await settle();
  }

  /** `#` the caller makes sound, `.` not. */
  async play(picture: string) {
    for (const window of picture) {
      this.now += WINDOW;
      for (let played = 0; played < 3; played++) {
        this.room?.();
        this.drained?.();
        await settle();
      }
      this.conversation.feed({ type: "voice", at: this.now, ms: WINDOW, probability: window === "#" ? 0.95 : 0.01 });
      await settle();
    }
  }

  async caller(words: string, windows = 10) {
    this.says = words;
    await this.play("#".repeat(windows) + ".".repeat(12));
  }
  quiet = (windows: number) => this.play(".".repeat(windows));
}

function speech(id: string, node: string, text: string): Speech {
  const sound = new GrowingSound(RATE);
  sound.beginSegment(text);
  sound.append(new Int16Array(600));
  sound.finish();
  return { id, node, sound, text: () => text, abort: () => {} };
}
const settle = async () => {
  for (let i = 0; i < 30; i++) await Promise.resolve();
};

const flow: FlowDocumentInput = {
  parley: 1, name: "Test", start: "hello",
  nodes: [
    { id: "hello", type: "talk", say: { mode: "fixed", text: "Pizza or pasta, or anything else from our long menu?" }, exits: [
      { id: "pizza", to: "pizza", when: { type: "phrase", phrases: ["pizza"] } },
      { id: "else", to: "sorry", when: { type: "otherwise" } },
    ] },
    { id: "pizza", type: "talk", say: { mode: "fixed", text: "Pizza it is." }, exits: [{ id: "end", to: "bye", when: { type: "phrase", phrases: ["goodbye"] } }] },
    { id: "sorry", type: "talk", say: { mode: "fixed", text: "Sorry?" }, exits: [{ id: "pizza", to: "pizza", when: { type: "phrase", phrases: ["pizza"] } }] },
    { id: "bye", type: "end", say: "Goodbye.", outcome: "done" },
  ],
};

describe("Conversation", () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = new Stage(flow);
    await stage.begin();
  });

  it("goes through a flow and ends when the last words were said", async () => {
    await stage.quiet(40);
    await stage.caller("pizza please");
    await stage.quiet(40);
    expect(stage.endings).toEqual([]);
    await stage.caller("goodbye");
    await stage.quiet(40);
    expect(stage.call.path).toEqual(["hello", "pizza", "bye"]);
    expect(stage.call.transcript.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      "agent: Pizza or pasta, or anything else from our long menu?", "caller: pizza please", "agent: Pizza it is.", "caller: goodbye", "agent: Goodbye.",
    ]);
    expect(stage.endings).toEqual(["flow_ended done"]);
    expect(stage.call.turns.map((turn) => [turn.node, turn.exit])).toEqual([["hello", "pizza"], ["pizza", "end"]]);
    for (const turn of stage.call.turns) expect(turn.latencyMs).toBeLessThan(260);
  });

  it("cuts what was not heard from the transcript, and tells the engine before the words that cut it", async () => {
    await stage.quiet(6);
    await stage.caller("pizza");
    await stage.quiet(30);
    const [first, second] = stage.call.transcript;
    expect(first!.interrupted).toBe(true);
    expect(first!.text).toMatch(/^Pizza or pasta/);
    expect(first!.text.length).toBeLessThan(40);
    expect(second!.text).toBe("pizza");
    expect(stage.events.flatMap((event) => (event.type === "step" ? event.event.type : []))).toEqual(["started", "spoke", "said", "spoke"]);
  });

  it("leaves no trace of an answer that the caller overtook by going on", async () => {
    await stage.quiet(40);
    stage.says = "pizza";
    await stage.play("########..");
    // Two windows of silence: the answer is prepared, but the caller is not done.
    expect(stage.recognised).toBe(1);
    stage.says = "pizza no nothing";
    stage.accepted = false;
    await stage.play("########" + ".".repeat(30));
    expect(stage.call.path).toEqual(["hello", "sorry"]);
    expect(stage.events.filter((event) => event.type === "heard")).toHaveLength(1);
  });

  it("lets the agent go on after a cough and does not count it as a turn", async () => {
    await stage.quiet(6);
    stage.accepted = false;
    await stage.play("#####" + ".".repeat(70));
    expect(stage.call.path).toEqual(["hello"]);
    expect(stage.call.transcript).toHaveLength(1);
    expect(stage.call.transcript[0]!.interrupted).toBeUndefined();
    expect(stage.call.transcript[0]!.text).toBe("Pizza or pasta, or anything else from our long menu?");
  });

  it("shows speech that was not understood and takes `otherwise`", async () => {
    await stage.quiet(40);
    stage.accepted = false;
    await stage.play("#".repeat(30) + ".".repeat(40));
    expect(stage.call.path).toEqual(["hello", "sorry"]);
    expect(stage.call.transcript[1]).toMatchObject({ role: "caller", text: "", understood: false });
  });

  it("cannot be interrupted while it says goodbye", async () => {
    await stage.quiet(40);
    await stage.caller("pizza");
    await stage.quiet(40);
    stage.says = "goodbye";
    await stage.play("########" + ".".repeat(9));
    await stage.play("####################");
    await stage.quiet(60);
    expect(stage.endings).toEqual(["flow_ended done"]);
    expect(stage.call.transcript.at(-1)).toMatchObject({ text: "Goodbye." });
    expect(stage.call.transcript.at(-1)!.interrupted).toBeUndefined();
  });

  it("stops speaking for keys and routes by them", async () => {
    await stage.quiet(4);
    stage.conversation.interrupt();
    stage.conversation.happen({ at: stage.at, type: "hungUp" });
    await stage.quiet(2);
    expect(stage.endings).toEqual(["caller_hung_up"]);
    expect(stage.call.transcript[0]!.interrupted).toBe(true);
  });
});

describe("Conversation with a model", () => {
  const asking: FlowDocumentInput = {
    parley: 1, name: "Test", start: "hello", speech: { llm: { provider: "x", model: "y" } },
    nodes: [
      { id: "hello", type: "talk", say: { mode: "fixed", text: "How can I help?" }, exits: [{ id: "refund", to: "refund", when: { type: "prompt", text: "the caller wants a refund" } }] },
      { id: "refund", type: "talk", say: { mode: "prompt", text: "Offer the refund." }, exits: [{ id: "end", to: "bye", when: { type: "phrase", phrases: ["goodbye"] } }] },
      { id: "bye", type: "end", say: "Goodbye." },
    ],
  };
  async function* refund() {
    yield ">";
    yield "1\nOf course, ";
    yield "I refund that.";
  }

  it("routes and speaks in one stream", async () => {
    const stage = new Stage(asking, refund);
    await stage.begin();
    await stage.quiet(40);
    await stage.caller("I want my money back");
    await stage.quiet(60);
    expect(stage.call.path).toEqual(["hello", "refund"]);
    expect(stage.call.transcript.at(-1)).toMatchObject({ role: "agent", node: "refund", text: "Of course, I refund that." });
  });

  it("says so in words when the model does not answer, and the call goes on", async () => {
    const stage = new Stage(asking, async function* () {
      throw new Error("the provider is away");
    });
    await stage.begin();
    await stage.quiet(40);
    await stage.caller("I want my money back");
    await stage.quiet(60);
    expect(stage.call.transcript.at(-2)).toMatchObject({ role: "agent", text: "I am sorry, I have trouble answering right now." });
    expect(stage.endings).toEqual([]);
  });
});
