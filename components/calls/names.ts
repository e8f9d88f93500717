import { words } from "@/lib/flow/conditions/registry";
import type { Plan } from "@/lib/flow/plan";

/** Looks up what people called things in the flow that the call ran. */
export interface Names {
  node(id: string): string;
  exit(nodeId: string, exitId: string): string;
}

/** Ids of nodes and exits as words; ids that the plan does not know are shown as they are. */
export function namesOf(plan: Pick<Plan, "nodes">): Names {
  return {
    node: (id) => plan.nodes[id]?.name || id,
    exit(nodeId, exitId) {
      const node = plan.nodes[nodeId];
      const exit = node?.exits.find((candidate) => candidate.id === exitId);
      if (exit) return exit.label || words(exit.when);
      return node?.global ? words(node.global.when) : exitId;
    },
  };
}
