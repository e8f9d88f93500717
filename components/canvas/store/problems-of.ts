import type { Problem } from "@/lib/flow/problem";

const byNode = new WeakMap<readonly Problem[], Map<string, Problem[]>>();
const none: Problem[] = [];

/** The problems of one node, errors first. Every card and row asks at every change, so the list is sorted into nodes once. */
export function problemsOf(problems: readonly Problem[], node: string): Problem[] {
  let map = byNode.get(problems);
  if (!map) {
    map = new Map();
    for (const problem of [...problems].sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error"))) {
      if (problem.node !== undefined) map.set(problem.node, [...(map.get(problem.node) ?? []), problem]);
    }
    byNode.set(problems, map);
  }
  return map.get(node) ?? none;
}
