import type { FlowDocument, FlowNode } from "../document/schema";
import { modelOf } from "../engine/voices";
import type { LintContext, LintOptions } from "./context";

/** What the rules look at, made once. */
export function contextOf(document: FlowDocument, options: LintOptions): LintContext {
  const nodes = new Map<string, FlowNode>();
  const indexOf = new Map<string, number>();
  document.nodes.forEach((node, i) => {
    if (nodes.has(node.id)) return;
    nodes.set(node.id, node);
    indexOf.set(node.id, i);
  });
  return {
    ...options,
    document,
    nodes,
    indexOf,
    reachable: reachableFrom([document.start, ...document.nodes.filter((node) => node.global).map((node) => node.id)], nodes),
    declared: new Map(document.variables.map((v) => [v.name, v])),
    hasModel: (node) => modelOf(document, node) !== undefined,
  };
}

/** The nodes that can be got to from these, themselves too. */
export function reachableFrom(ids: string[], nodes: Map<string, FlowNode>): Set<string> {
  const seen = new Set<string>();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = nodes.get(id);
    if (!node || seen.has(id)) continue;
    seen.add(id);
    for (const exit of node.exits) if (exit.to !== null) queue.push(exit.to);
  }
  return seen;
}

/** What people call a node. */
export const title = (node: { id: string; name: string }) => node.name.trim() || node.id;
