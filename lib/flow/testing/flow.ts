import { compile } from "../compile";
import { documentSchema, type FlowDocument, type FlowDocumentInput } from "../document/schema";
import type { Plan } from "../plan";
import { start, step, type Step } from "../engine/step";
import type { State } from "../engine/state";
import type { FlowEvent } from "../engine/types";
import type { Values } from "../engine/values";

type NodeInput = FlowDocumentInput["nodes"][number];

/** A document of these nodes; the first one is the start. */
export function flow(nodes: NodeInput[], rest: Partial<FlowDocumentInput> = {}): FlowDocument {
  return documentSchema.parse({ parley: 1, name: "test", start: nodes[0]!.id, nodes, ...rest });
}

export const planOf = (nodes: NodeInput[], rest: Partial<FlowDocumentInput> = {}): Plan => compile(flow(nodes, rest));

export const talk = (id: string, text: string, exits: NodeInput["exits"] = [], more: object = {}): NodeInput => ({ id, type: "talk", say: { text }, exits, ...more });
export const model = (id: string, text: string, exits: NodeInput["exits"] = [], more: object = {}): NodeInput => ({ id, type: "talk", say: { mode: "prompt", text }, exits, ...more });
export const end = (id: string, say = "Bye."): NodeInput => ({ id, type: "end", say });
export const says = (to: string | null, ...phrases: string[]) => ({ id: `says_${phrases[0]!.replace(/\W/g, "_")}`, to, when: { type: "phrase" as const, phrases } });
export const presses = (to: string, keys: string) => ({ id: `key_${keys.replace(/\W/g, "x")}`, to, when: { type: "keypad" as const, keys } });
export const wants = (to: string, text: string) => ({ id: `wants_${text.replace(/\W/g, "_")}`, to, when: { type: "prompt" as const, text } });
export const otherwise = (to: string | null) => ({ id: "otherwise", to, when: { type: "otherwise" as const } });
export const goesOn = (to: string | null) => ({ id: "then", to, when: { type: "always" as const } });
export const worked = (to: string) => ({ id: "worked", to, when: { type: "outcome" as const, is: "success" as const } });
export const failed = (to: string) => ({ id: "failed", to, when: { type: "outcome" as const, is: "failure" as const } });
export const silent = (to: string, seconds: number) => ({ id: `silent_${seconds}`, to, when: { type: "silence" as const, seconds } });
export const compares = (to: string, left: string, op: string, right = "") => ({ id: `cmp_${to}`, to, when: { type: "expression" as const, tests: [{ left, op: op as "==", right }] } });
export const LLM = { speech: { llm: { provider: "test" } } };

type Untimed = FlowEvent extends infer E ? (E extends FlowEvent ? Omit<E, "at"> : never) : never;

/** A call that is driven event by event. `last` is what the last event did. */
export class Call {
  state: State;
  last!: Step;
  readonly steps: Step[] = [];
  constructor(readonly plan: Plan, variables: Values = {}) {
    this.state = start(plan);
    this.send({ type: "started", context: { callId: "c1", channel: "simulation", callerNumber: "+15550001111", agentNumber: null, timezone: "UTC" }, variables });
  }
  send(event: Untimed): Step {
    const at = new Date(Date.UTC(2026, 10, 22, 12, 0, this.steps.length)).toISOString();
    this.last = step(this.plan, this.state, { ...event, at } as FlowEvent);
    this.state = this.last.state;
    this.steps.push(this.last);
    return this.last;
  }
  say(text: string) { return this.send({ type: "said", text, understood: true }); }
  mumble() { return this.send({ type: "said", text: "", understood: false }); }
  press(keys: string) { return this.send({ type: "pressed", keys }); }
  silence(seconds: number) { return this.send({ type: "silent", seconds }); }
  /** Effects of the last event by type. */
  kinds() { return this.last.effects.map((e) => e.type); }
  /** What the agent said at the last event. */
  spoken() { return this.last.effects.flatMap((e) => (e.type === "say" ? [e.text] : [])); }
  request() {
    const ask = this.steps.flatMap((s) => s.effects).findLast((e) => e.type === "askModel");
    if (ask?.type !== "askModel") throw new Error("the model was not asked");
    return ask;
  }
}
