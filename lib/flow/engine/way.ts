import type { Condition } from "../conditions/registry";

/** A way out as the engine weighs it: of the node itself, or of a global node (exit id "global"). */
export interface Way {
  node: string;
  exit: { id: string; to: string | null };
  when: Condition;
  own: boolean;
}

/** Id of the exit that leads to a global node. */
export const GLOBAL_EXIT = "global";
