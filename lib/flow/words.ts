import { words as wordsOfCondition } from "./conditions/registry";
import type { Condition, FlowDocument, FlowNode } from "./document/schema";
import { describeNode } from "./nodes/registry";
import { renderTemplate } from "./text/template";
import type { Values } from "./engine/values";
import { sayValue } from "./values/say";

/** An exit's condition as its row on the canvas says it: "says yes, sure", "age is 18 or more". */
export function conditionWords(condition: Condition, _document?: FlowDocument): string {
  return wordsOfCondition(condition);
}

/** The first lines of a node's card. */
export function nodeSummary(node: FlowNode): string {
  return describeNode(node.type).summary(node as never);
}

/** A text as a caller would hear it, for live previews: "Hello Anna" for `Hello {{customer_name}}`. Unset variables show their name. */
export function previewText(text: string, document: Pick<FlowDocument, "variables" | "persona">, values: Values): string {
  const filled = renderTemplate(text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_all, name: string) => `{{${name} | [${name.replace(/[_.]/g, " ")}]}}`), values, (value, name) => sayValue(value, document.variables.find((v) => v.name === name)?.type, document.persona.language));
  return filled.trim();
}
