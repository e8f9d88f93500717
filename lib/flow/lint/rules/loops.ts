import type { FlowNode } from "../../document/schema";
import type { Problem } from "../../problem";
import type { LintContext, NodeReport } from "../context";
import { title } from "../make-context";

/** Rings of steps that never let the caller speak: such a call would spin. One problem for each ring. */
export function loopRules(context: LintContext, reports: Map<FlowNode, NodeReport>): Problem[] {
  const silent = new Map([...context.nodes].filter(([, node]) => reports.get(node)?.listens === false));
  return rings(silent).map((ring) => ({
    node: ring[0]!.id, field: "exits", severity: "error", rule: "silent-loop",
    message: ring.length === 1 ? `"${title(ring[0]!)}" leads back to itself without listening to the caller.` : `These steps lead round in a circle without ever listening to the caller: ${ring.map((node) => `"${title(node)}"`).join(" → ")}.`,
    fix: "Let one of them listen, or lead one of the exits out of the circle.",
  }));
}

/** Strongly connected parts with a cycle in them (Tarjan, without recursion: a flow may have a thousand steps in a row). */
function rings(nodes: Map<string, FlowNode>): FlowNode[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  const found: FlowNode[][] = [];
  const targets = (id: string) => nodes.get(id)!.exits.flatMap((exit) => (exit.to !== null && nodes.has(exit.to) ? [exit.to] : []));
  const open = (id: string) => {
    index.set(id, index.size);
    low.set(id, index.get(id)!);
    stack.push(id);
    onStack.add(id);
    return { id, next: targets(id) };
  };
  for (const root of nodes.keys()) {
    if (index.has(root)) continue;
    const work = [open(root)];
    while (work.length > 0) {
      const top = work.at(-1)!;
      const to = top.next.pop();
      if (to !== undefined) {
        if (!index.has(to)) work.push(open(to));
        else if (onStack.has(to)) low.set(top.id, Math.min(low.get(top.id)!, index.get(to)!));
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent) low.set(parent.id, Math.min(low.get(parent.id)!, low.get(top.id)!));
      if (low.get(top.id) !== index.get(top.id)) continue;
      const part = stack.splice(stack.lastIndexOf(top.id));
      for (const id of part) onStack.delete(id);
      if (part.length > 1 || targets(top.id).includes(top.id)) found.push(part.map((id) => nodes.get(id)!));
    }
  }
  return found;
}
