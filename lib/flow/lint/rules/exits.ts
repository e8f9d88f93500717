import type { ConditionType } from "../../conditions/registry";
import { kindOf, words } from "../../conditions/registry";
import type { Exit } from "../../document/node-base";
import type { FlowNode } from "../../document/schema";
import { nodeTypes } from "../../nodes/registry";
import type { Problem } from "../../problem";
import { canonicalJson } from "../../text/canonical-json";
import type { LintContext } from "../context";
import { title } from "../make-context";

/** Conditions at the wrong place, unfinished, or never the first to hold. */
export function exitRules(context: LintContext): Problem[] {
  return [...notAllowed(context), ...unfinished(context), ...neverWins(context)];
}

/** Conditions that can hold in a node, besides those that the editor offers: `set` and `decide` leave by the same rules. */
const ALSO: Partial<Record<FlowNode["type"], ConditionType[]>> = { set: ["expression", "otherwise"], decide: ["always"] };

function allowed(node: FlowNode): ConditionType[] {
  return [...nodeTypes[node.type].form.conditions, ...(ALSO[node.type] ?? [])];
}

function notAllowed({ document }: LintContext): Problem[] {
  return document.nodes.flatMap((node, i) => [
    ...node.exits.flatMap((exit, e): Problem[] => (allowed(node).includes(exit.when.type) ? [] : [{
      node: node.id, field: `exits.${e}.when`, severity: node.type === "end" ? "warning" : "error", rule: "condition-not-allowed",
      message: node.type === "end" ? "The call is over here, so this exit is never used." : `"${words(exit.when)}" can never hold in "${title(node)}": ${kindOf(exit.when).form.label.toLowerCase()} is not for a step of the kind ${nodeTypes[node.type].form.label}.`,
      fix: "Remove this exit, or choose another condition.", autofix: { label: "Remove this exit", patch: [{ op: "remove", path: ["nodes", i, "exits", e] }] },
    }])),
    ...(node.global && (node.global.when.type === "always" || node.global.when.type === "outcome") ? [{
      node: node.id, field: "global.when", severity: "error" as const, rule: "condition-not-allowed", message: `"${title(node)}" is to be reached from everywhere, but "${words(node.global.when)}" can never hold for that.`, fix: "Choose what the caller says, presses or wants.",
    }] : []),
  ]);
}

function unfinished(context: LintContext): Problem[] {
  return context.document.nodes.flatMap((node, i) => {
    const exits = node.exits.map((exit, e) => ({ when: exit.when, field: `exits.${e}.when`, remove: ["nodes", i, "exits", e] as (string | number)[] | null }));
    const all = node.global ? [...exits, { when: node.global.when, field: "global.when", remove: null }] : exits;
    return all.flatMap(({ when, field, remove }): Problem[] => {
      const fixes = remove ? { autofix: { label: "Remove this exit", patch: [{ op: "remove" as const, path: remove }] } } : {};
      if (when.type === "prompt" && when.text.trim() === "") return [{ node: node.id, field: `${field}.text`, severity: "warning", rule: "empty-prompt", message: "The model is not told when this exit is meant.", fix: 'Describe it, for example "the caller wants a refund".', ...fixes }];
      if (when.type === "prompt" && !context.hasModel(node)) return [{ node: node.id, field, severity: "error", rule: "no-model", message: `"${words(when)}" needs a language model, and this flow has none.`, fix: "Choose a language model in the flow's speech settings, or list what the caller may say.", ...fixes }];
      if (when.type === "expression" && when.tests.length === 0) return [{ node: node.id, field: `${field}.tests`, severity: "warning", rule: "empty-expression", message: "There is nothing to compare, so this never holds.", fix: "Add a comparison.", ...fixes }];
      if (when.type === "expression") return when.tests.flatMap((test, t): Problem[] => (test.left.trim() === "" ? [{ node: node.id, field: `${field}.tests.${t}.left`, severity: "warning", rule: "empty-expression", message: "The left side of this comparison is empty.", fix: "Choose a variable to compare." }] : []));
      return [];
    });
  });
}

function neverWins(context: LintContext): Problem[] {
  return context.document.nodes.flatMap((node, i) => node.exits.flatMap((exit, e): Problem[] => {
    if (!allowed(node).includes(exit.when.type)) return [];
    const reason = beaten(context, node, exit, e);
    return reason === null ? [] : [{
      node: node.id, field: `exits.${e}`, severity: "warning", rule: "exit-never-wins", message: `The exit "${exit.label || words(exit.when)}" of "${title(node)}" can never be taken: ${reason}`, fix: "Remove it, or change the order of the exits.",
      autofix: { label: "Remove this exit", patch: [{ op: "remove", path: ["nodes", i, "exits", e] }] },
    }];
  }));
}

/** Why another exit always comes first; null: none does. Only connected exits come first. */
function beaten(context: LintContext, node: FlowNode, exit: Exit, index: number): string | null {
  const live = (other: Exit) => other.to !== null && context.nodes.has(other.to);
  const before = node.exits.slice(0, index).filter(live);
  const others = node.exits.filter((other) => other !== exit && live(other));
  const { when } = exit;
  const passesOn = node.type === "decide" || node.type === "set" || (node.type === "talk" && !node.wait);
  const closes = (other: Exit) => other.when.type === "always" || other.when.type === "otherwise";

  if (passesOn && ["keypad", "phrase", "prompt", "silence"].includes(when.type) && others.some(closes)) return "the step goes on at once, without listening.";
  if (when.type === "otherwise" || (when.type === "always" && !passesOn)) {
    if (passesOn && others.some((other) => other.when.type === "always")) return `"then" always comes first.`;
    return before.some(closes) ? `"${words(before.find(closes)!.when)}" above it always comes first.` : null;
  }
  // In a talk that waits, comparisons are tried on the caller's turn, before "then".
  if (["expression", "outcome", "always"].includes(when.type) && (passesOn || when.type === "outcome") && before.some((other) => other.when.type === "always")) return `"then" above it always comes first.`;
  if (when.type === "silence") {
    const sooner = node.exits.find((other, o) => other !== exit && live(other) && other.when.type === "silence" && (other.when.seconds < when.seconds || (other.when.seconds === when.seconds && o < index)));
    return sooner ? `"${words(sooner.when)}" comes sooner.` : null;
  }
  if (when.type === "keypad" || when.type === "expression" || when.type === "outcome") {
    const same = before.find((other) => canonicalJson(other.when) === canonicalJson(when));
    return same ? "another exit above it has the same condition." : null;
  }
  return null;
}
