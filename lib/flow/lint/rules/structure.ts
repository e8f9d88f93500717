import type { FlowNode } from "../../document/schema";
import type { Exit } from "../../document/node-base";
import type { Problem } from "../../problem";
import type { LintContext, NodeReport } from "../context";
import { reachableFrom, title } from "../make-context";

/** How the graph hangs together: start, ids, connections, ends. */
export function structureRules(context: LintContext, _reports: Map<FlowNode, NodeReport>): Problem[] {
  return [...start(context), ...duplicateIds(context), ...unreachable(context), ...dangling(context), ...deadEnds(context), ...missingOtherwise(context)];
}

function start({ document, nodes }: LintContext): Problem[] {
  const first = document.nodes[0];
  if (nodes.has(document.start)) return [];
  return [{
    field: "start", severity: "error", rule: "missing-start", message: "Nobody knows where the call begins.", fix: "Choose the step with which every call starts.",
    ...(first ? { autofix: { label: `Start with "${title(first)}"`, patch: [{ op: "set", path: ["start"], value: first.id }] } } : {}),
  }];
}

function duplicateIds({ document }: LintContext): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [i, node] of document.nodes.entries()) {
    if (seen.has(node.id)) problems.push({ node: node.id, field: "id", severity: "error", rule: "duplicate-id", message: `Two steps have the id "${node.id}"; only the first one is used.`, fix: "Give the second one another id.", autofix: { label: "Give it another id", patch: [{ op: "set", path: ["nodes", i, "id"], value: unused(node.id, (id) => document.nodes.some((n) => n.id === id)) }] } });
    seen.add(node.id);
    const exits = new Set<string>();
    for (const [e, exit] of node.exits.entries()) {
      if (exits.has(exit.id)) problems.push({ node: node.id, field: `exits.${e}.id`, severity: "error", rule: "duplicate-id", message: `Two exits of "${title(node)}" have the id "${exit.id}".`, fix: "Give the second one another id.", autofix: { label: "Give it another id", patch: [{ op: "set", path: ["nodes", i, "exits", e, "id"], value: unused(exit.id, (id) => node.exits.some((x) => x.id === id)) }] } });
      exits.add(exit.id);
    }
  }
  return problems;
}

function unused(id: string, taken: (id: string) => boolean): string {
  for (let n = 2; ; n++) {
    const candidate = `${id.slice(0, 58)}_${n}`;
    if (!taken(candidate)) return candidate;
  }
}

function unreachable({ document, reachable, nodes }: LintContext): Problem[] {
  if (!nodes.has(document.start)) return [];
  return document.nodes.filter((node) => !reachable.has(node.id)).map((node) => ({
    node: node.id, severity: "warning", rule: "unreachable-node", message: `No call can get to "${title(node)}".`, fix: "Lead an exit of another step here, or remove this step.",
  }));
}

const connected = (context: LintContext, exit: Exit) => exit.to !== null && context.nodes.has(exit.to);

function dangling(context: LintContext): Problem[] {
  return context.document.nodes.flatMap((node, i) => node.exits.flatMap((exit, e): Problem[] => {
    const at = { node: node.id, field: `exits.${e}.to` };
    if (exit.to !== null && !context.nodes.has(exit.to)) {
      return [{ ...at, severity: "error", rule: "dangling-exit", message: `An exit of "${title(node)}" leads to "${exit.to}", which does not exist.`, fix: "Lead it to another step, or remove it.", autofix: { label: "Disconnect this exit", patch: [{ op: "set", path: ["nodes", i, "exits", e, "to"], value: null }] } }];
    }
    // Exits of nodes that are all dead ends are told of once, by that rule.
    if (exit.to !== null || node.type === "end" || !node.exits.some((x) => connected(context, x))) return [];
    const stuck = context.reachable.has(node.id) && leavesStuck(context, node, exit);
    return [{
      ...at, severity: stuck ? "error" : "warning", rule: "dangling-exit",
      message: stuck ? `An exit of "${title(node)}" is not connected, and the call cannot go on without it.` : `An exit of "${title(node)}" is not connected: it is as if it were not there.`,
      fix: "Lead it to a step, or remove it.",
      ...(stuck ? {} : { autofix: { label: "Remove this exit", patch: [{ op: "remove", path: ["nodes", i, "exits", e] }] } }),
    }];
  }));
}

/** Without this exit the node has no way on although it has finished. */
function leavesStuck(context: LintContext, node: FlowNode, exit: Exit): boolean {
  const falls = node.exits.some((x) => connected(context, x) && (x.when.type === "always" || x.when.type === "otherwise"));
  if (falls) return false;
  if (node.type === "decide" || node.type === "set") return exit.when.type === "otherwise" || exit.when.type === "always";
  return node.type === "ask" && exit.when.type === "outcome" && exit.when.is === "success" && !node.exits.some((x) => x !== exit && connected(context, x) && x.when.type === "outcome" && x.when.is === "success");
}

function deadEnds(context: LintContext): Problem[] {
  // Steps of a global node that comes back need no exit: the call goes back to where it was.
  // Only if they are not on another way of the call as well.
  const { document, nodes } = context;
  const comesBack = reachableFrom(document.nodes.filter((n) => n.global?.comesBack).map((n) => n.id), nodes);
  for (const id of reachableFrom([document.start, ...document.nodes.filter((n) => n.global && !n.global.comesBack).map((n) => n.id)], nodes)) comesBack.delete(id);
  return context.document.nodes.flatMap((node): Problem[] => {
    if (node.type === "end" || node.exits.some((exit) => connected(context, exit)) || comesBack.has(node.id)) return [];
    // The model can go on talking, and the caller hangs up: a whole agent may be one such step.
    if (node.type === "talk" && node.wait && node.say.mode === "prompt") return [];
    const works = (node.type === "talk" && node.wait) || !context.reachable.has(node.id);
    return [{
      node: node.id, field: "exits", severity: works ? "warning" : "error", rule: "dead-end",
      message: node.type === "talk" && node.wait ? `"${title(node)}" leads nowhere: it repeats itself until the caller hangs up.` : `"${title(node)}" leads nowhere: the call is stuck there.`,
      fix: "Lead one of its exits to another step, for example to an End.",
    }];
  });
}

function missingOtherwise(context: LintContext): Problem[] {
  return context.document.nodes.flatMap((node, i): Problem[] => {
    const last = node.exits.some(({ when }) => when.type === "otherwise" || when.type === "always");
    if (last || node.type === "end" || node.type === "ask" || node.type === "set") return [];
    const autofix = { label: 'Add "otherwise"', patch: [{ op: "add" as const, path: ["nodes", i, "exits", node.exits.length], value: { id: unusedExit(node, "otherwise"), to: null, when: { type: "otherwise" } } }] };
    if (node.type === "decide") return [{ node: node.id, field: "exits", severity: "error", rule: "missing-otherwise", message: `"${title(node)}" does not say where to go when no comparison holds.`, fix: 'Add an "otherwise" exit.', autofix }];
    // A prompt step answers by itself what leads nowhere. Without any exit, the dead end says it all.
    if ((node.say.mode === "prompt" && node.wait) || node.exits.length === 0) return [];
    return [{
      node: node.id, field: "exits", severity: "warning", rule: "missing-otherwise",
      message: node.wait ? `When the caller says something else, "${title(node)}" only repeats itself.` : `"${title(node)}" does not say where to go when no comparison holds.`,
      fix: 'Add an "otherwise" exit.', autofix,
    }];
  });
}

function unusedExit(node: FlowNode, wish: string): string {
  return node.exits.some((exit) => exit.id === wish) ? unused(wish, (id) => node.exits.some((exit) => exit.id === id)) : wish;
}
