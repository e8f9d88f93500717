import { nodeTypeOf } from "../nodes/behaviour-of";
import type { Plan } from "../plan";
import { templateVariables } from "../text/template";
import type { Expectation } from "./expectation";
import { Run } from "./run";
import type { State } from "./state";
import { modelOf } from "./voices";

/** What the node that the call is in can understand now. For an ended or not yet begun call: nothing. */
export function expectationOf(plan: Plan, state: State): Expectation {
  const run = new Run(plan, state, "said");
  const node = run.node(state.node);
  if (!node || state.status !== "live") return { node: state.node, phrases: [], asks: [], yesNo: false, keys: { sequences: [], free: false }, open: false };
  const type = nodeTypeOf(node);
  const first = run.waysOf(node, "first").filter((way) => run.node(way.exit.to));
  const hasPrompts = run.waysOf(node, "model").some((way) => run.node(way.exit.to));
  const own = type.expects?.(run, node) ?? {};
  return {
    node: node.id,
    phrases: unique(first.flatMap(({ when }) => (when.type === "phrase" ? when.phrases.filter((p) => p.trim() !== "") : when.type === "expression" ? heardWords(when.tests) : []))),
    asks: own.asks ?? [],
    yesNo: own.yesNo ?? false,
    keys: { sequences: unique(first.flatMap(({ when }) => (when.type === "keypad" ? [when.keys] : []))), free: own.keys?.free ?? false },
    open: modelOf(plan, node) !== undefined && (hasPrompts || type.speaksByModel(node)),
  };
}

const unique = (items: string[]) => [...new Set(items)];

/** `{{heard}} contains "refund"` is understood only if the recogniser may hear "refund". */
function heardWords(tests: { left: string; op: string; right: string }[]): string[] {
  return tests.flatMap(({ left, op, right }) => (["==", "contains", "starts_with"].includes(op) && templateVariables(left).includes("heard") && templateVariables(right).length === 0 && right.trim() !== "" ? [right.trim()] : []));
}

/** The seconds of silence at which `silent` is to be sent, rising: the silence exits', and the one that ends the call. */
export function silenceTimes(plan: Plan, state: State): number[] {
  const run = new Run(plan, state, "silent");
  const node = run.node(state.node);
  if (!node || state.status !== "live") return [];
  const exits = run.waysOf(node, "silence").filter((way) => run.node(way.exit.to)).flatMap(({ when }) => (when.type === "silence" ? [when.seconds] : []));
  const end = Math.max(1, plan.limits.endAfterSilenceSeconds - state.quietSeconds);
  return [...new Set([...exits.filter((seconds) => seconds < end), end])].sort((a, b) => a - b);
}

/**
 * Are these keys complete? `complete`: send `pressed` now. `wait`: more keys could follow; send them after a pause. `none`: nothing here
 * begins so; send them, and they count as keys that nobody expects.
 */
export function nextKeys(plan: Plan, state: State, buffer: string): "complete" | "wait" | "none" {
  if (buffer === "") return "wait";
  const expectation = expectationOf(plan, state);
  const { sequences, free } = expectation.keys;
  const isExit = sequences.includes(buffer);
  const begins = sequences.some((keys) => keys !== buffer && keys.startsWith(buffer));
  if (free && !isExit) {
    const node = plan.nodes[state.node]!;
    const count = nodeTypeOf(node).answerKeys?.(new Run(plan, state, "pressed"), node);
    if (buffer.endsWith("#")) return "complete";
    if (begins) return "wait";
    return typeof count === "number" && buffer.length >= count ? "complete" : "wait";
  }
  if (isExit) {
    // A digit that is an exit may also begin an answer ("0" for a person, and a phone number): then a pause decides.
    const node = plan.nodes[state.node]!;
    const count = free ? nodeTypeOf(node).answerKeys?.(new Run(plan, state, "pressed"), node) : 1;
    return begins || (free && count !== 1 && /^\d+$/.test(buffer)) ? "wait" : "complete";
  }
  return begins ? "wait" : "none";
}
