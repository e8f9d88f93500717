import type { CallEvent } from "@/lib/calls/protocol";
import { startTextCall, type SimulatedTurn, type TextCall } from "@/lib/flow/simulate";
import type { Plan } from "@/lib/flow/plan";

/**
 * A call by text on a plan, written down as the events that a worker would have sent, so that everything that shows a call shows this
 * one too. It runs where it is called: no server, no microphone.
 */
export class TextTry {
  private readonly call: TextCall;
  private readonly list: CallEvent[] = [];
  private steps = 0;
  private speeches = 0;

  /** @param now when the call begins, ISO 8601 UTC. @throws ModelRepliesRunOut when the flow asks a language model at once */
  constructor(plan: Plan, now: string) {
    this.call = startTextCall(plan, { now });
    this.write();
  }

  get events(): readonly CallEvent[] { return this.list; }
  get ended(): boolean { return this.call.state.ended !== null; }

  /** What the caller does. @throws ModelRepliesRunOut when the flow asks a language model; what happened before it is kept */
  turn(turn: SimulatedTurn): void {
    const node = this.node();
    const at = this.call.events.at(-1)?.at ?? new Date(0).toISOString();
    if ("say" in turn) this.push({ type: "heard", text: turn.understood === false ? "" : turn.say, understood: turn.understood !== false, node, from: at, to: at }, at);
    if ("press" in turn) this.push({ type: "pressedKeys", keys: turn.press, node }, at);
    try {
      this.call.turn(turn);
    } finally {
      this.write();
    }
  }

  private node(): string {
    return this.call.trace.flatMap((trace) => trace.entered).at(-1) ?? "";
  }

  /** Notes the steps and lines that came since, in the order in which they happened. */
  private write(): void {
    const said = this.call.newLines().filter((line) => line.role === "agent");
    let node = this.list.findLast((event) => event.type === "step")?.node ?? "";
    for (; this.steps < this.call.trace.length; this.steps++) {
      const trace = this.call.trace[this.steps]!;
      const event = this.call.events[this.steps]!;
      node = trace.entered.at(-1) ?? trace.node ?? node;
      this.push({ type: "step", event, trace, node }, event.at);
      while (said[0] && said[0].at <= event.at) this.speak(said.shift()!);
    }
    for (const line of said) this.speak(line);
    const { ended } = this.call.state;
    if (ended && !this.list.some((event) => event.type === "ended")) this.push({ type: "ended", reason: ended.reason, ...(ended.outcome ? { outcome: ended.outcome } : {}) }, this.call.events.at(-1)!.at);
  }

  private speak(line: { text: string; node: string; at: string }): void {
    const speech = `s${this.speeches++}`;
    this.push({ type: "speaking", speech, text: line.text, node: line.node }, line.at);
    this.push({ type: "spoken", speech, text: line.text, heard: line.text, interrupted: false, node: line.node }, line.at);
  }

  private push(event: WithoutPlace<CallEvent>, at: string): void {
    this.list.push({ ...event, seq: this.list.length, at } as CallEvent);
  }
}

type WithoutPlace<T> = T extends CallEvent ? Omit<T, "seq" | "at"> : never;
