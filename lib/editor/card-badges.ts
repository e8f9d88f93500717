import { templateVariables } from "@/lib/flow/text/template";
import type { FlowNode } from "@/lib/flow/document/schema";

/** The variables that a node sets or asks for, each once, in order. */
export function variablesSet(node: FlowNode): string[] {
  const names: string[] = [];
  if (node.type === "ask") names.push(...node.questions.map((question) => question.variable));
  if (node.type === "set") names.push(...node.assign.map((assignment) => assignment.variable));
  return [...new Set(names)];
}

/** The variables that the node's own texts read. */
export function variablesRead(node: FlowNode): string[] {
  const { exits: _exits, ...own } = node;
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === "string") for (const name of templateVariables(value)) names.add(name);
    else if (value !== null && typeof value === "object") Object.values(value).forEach(visit);
  };
  visit(own);
  return [...names];
}
