import type { Condition, ConditionType, Exit, FlowDocument, FlowNode } from "@/lib/flow/document/schema";
import { freshId } from "../ids";
import { changeNode } from "./nodes";

/** Conditions that catch all that is left: whatever comes after them can never win. */
const CATCH_ALL = new Set<ConditionType>(["always", "otherwise"]);

/** A condition of this type as the editor offers it: the next free key, the outcome that is not there yet. */
export function newCondition(type: ConditionType, exits: readonly Exit[]): Condition {
  switch (type) {
    case "keypad": {
      const used = new Set(exits.map((exit) => (exit.when.type === "keypad" ? exit.when.keys : "")));
      return { type, keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#"].find((key) => !used.has(key)) ?? "1" };
    }
    case "phrase": return { type, phrases: [] };
    case "expression": return { type, match: "all", tests: [{ left: "", op: "==", right: "" }] };
    case "outcome": {
      const used = new Set(exits.map((exit) => (exit.when.type === "outcome" ? exit.when.is : "")));
      return { type, is: used.has("success") && !used.has("failure") ? "failure" : "success" };
    }
    case "silence": return { type, seconds: 8 };
    case "prompt": return { type, text: "" };
    case "always": return { type };
    case "otherwise": return { type };
  }
}

/** Which of the node type's conditions a further exit may have: `always` and `otherwise` once, each outcome once. */
export function offeredConditions(allowed: readonly ConditionType[], exits: readonly Exit[]): ConditionType[] {
  const count = (type: ConditionType) => exits.filter((exit) => exit.when.type === type).length;
  return allowed.filter((type) => {
    if (CATCH_ALL.has(type)) return count(type) === 0;
    if (type === "outcome") return count(type) < 2;
    return true;
  });
}

/** Where a new exit belongs: at the end, but before the `otherwise` that would swallow it. */
export function exitIndexFor(exits: readonly Exit[], type: ConditionType): number {
  if (CATCH_ALL.has(type)) return exits.length;
  const catchAll = exits.findIndex((exit) => CATCH_ALL.has(exit.when.type));
  return catchAll === -1 ? exits.length : catchAll;
}

/** Adds an exit and answers its id. */
export function addExit(
  document: FlowDocument,
  nodeId: string,
  when: Condition,
  to: string | null = null,
  random?: () => number,
): { document: FlowDocument; exit: string } {
  const node = document.nodes.find((candidate) => candidate.id === nodeId);
  const id = freshId("exit", new Set(node?.exits.map((exit) => exit.id)), random);
  const next = changeNode(document, nodeId, (found) => {
    const exits = found.exits.slice();
    exits.splice(exitIndexFor(exits, when.type), 0, { id, to, when });
    return { ...found, exits } as FlowNode;
  });
  return { document: next, exit: id };
}

function changeExits(document: FlowDocument, nodeId: string, change: (exits: Exit[]) => Exit[]): FlowDocument {
  return changeNode(document, nodeId, (node) => ({ ...node, exits: change(node.exits) }) as FlowNode);
}

/** Removes an exit and, with it, its edge. */
export function removeExit(document: FlowDocument, nodeId: string, exitId: string): FlowDocument {
  return changeExits(document, nodeId, (exits) => exits.filter((exit) => exit.id !== exitId));
}

/** Connects an exit to a node, moves its edge there, or (null) takes the edge away. A target that is not in the document counts as null. */
export function connect(document: FlowDocument, nodeId: string, exitId: string, to: string | null): FlowDocument {
  const target = to !== null && document.nodes.some((node) => node.id === to) ? to : null;
  return changeExits(document, nodeId, (exits) => exits.map((exit) => (exit.id === exitId && exit.to !== target ? { ...exit, to: target } : exit)));
}

/** Moves an edge to another row (of the same or another node): the old row is left open, the new one takes the target. */
export function reconnect(document: FlowDocument, from: { node: string; exit: string }, next: { node: string; exit: string; to: string }): FlowDocument {
  const freed = from.node === next.node && from.exit === next.exit ? document : connect(document, from.node, from.exit, null);
  return connect(freed, next.node, next.exit, next.to);
}

/** Moves an exit to another place in the order of priority. `to` is clamped to the list. */
export function moveExit(document: FlowDocument, nodeId: string, exitId: string, to: number): FlowDocument {
  return changeExits(document, nodeId, (exits) => {
    const from = exits.findIndex((exit) => exit.id === exitId);
    if (from === -1) return exits;
    const next = exits.slice();
    const [moved] = next.splice(from, 1);
    next.splice(Math.max(0, Math.min(next.length, to)), 0, moved!);
    return next;
  });
}

/** Gives an exit another condition. */
export function setCondition(document: FlowDocument, nodeId: string, exitId: string, when: Condition): FlowDocument {
  return changeExits(document, nodeId, (exits) => exits.map((exit) => (exit.id === exitId ? { ...exit, when } : exit)));
}

/**
 * Puts `node` (already in the document) into an edge: the exit leads to it, and its first exit that is free leads to where the exit
 * led before. A node type without exits (End) just ends the edge.
 */
export function insertIntoEdge(document: FlowDocument, edge: { node: string; exit: string }, inserted: string): FlowDocument {
  const before = document.nodes.find((node) => node.id === edge.node)?.exits.find((exit) => exit.id === edge.exit)?.to ?? null;
  const next = connect(document, edge.node, edge.exit, inserted);
  const free = next.nodes.find((node) => node.id === inserted)?.exits.find((exit) => exit.to === null);
  return free && before !== null && before !== inserted ? connect(next, inserted, free.id, before) : next;
}
