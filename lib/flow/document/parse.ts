import type { z } from "zod";
import type { Problem } from "../problem";
import { nodeTypes } from "../nodes/registry";
import { migrate } from "./migrate";
import { documentSchema, type FlowDocument } from "./schema";

export type ParsedDocument = { ok: true; document: FlowDocument; problems?: undefined } | { ok: false; document?: undefined; problems: Problem[] };

/**
 * Reads a document of any format there ever was, with every default filled in. Not a document: `problems`, each with its
 * place. Never throws. What is well formed but could not work on a call is for `lint`.
 */
export function parseDocument(input: unknown): ParsedDocument {
  const migrated = migrate(input);
  if (!migrated.ok) return { ok: false, problems: [{ severity: "error", rule: "unreadable", field: "parley", message: migrated.message, fix: migrated.fix }] };
  const result = documentSchema.safeParse(migrated.document);
  if (result.success) return { ok: true, document: result.data };
  return { ok: false, problems: result.error.issues.slice(0, 100).map((issue) => problemOf(issue, migrated.document)) };
}

function problemOf(issue: z.core.$ZodIssue, document: unknown): Problem {
  const path = issue.path.filter((part): part is string | number => typeof part !== "symbol");
  const inNode = path[0] === "nodes" && typeof path[1] === "number";
  const node = inNode ? idAt(document, path[1] as number) : undefined;
  const field = (inNode ? path.slice(2) : path).join(".");
  return { ...(node ? { node } : {}), ...(field ? { field } : {}), severity: "error", rule: "unreadable", ...wordsFor(issue, field, inNode) };
}

function idAt(document: unknown, index: number): string | undefined {
  const nodes = (document as { nodes?: unknown }).nodes;
  const id = Array.isArray(nodes) ? (nodes[index] as { id?: unknown } | null)?.id : undefined;
  return typeof id === "string" ? id : undefined;
}

/** zod's issue in plain words. */
function wordsFor(issue: z.core.$ZodIssue, field: string, inNode: boolean): { message: string; fix: string } {
  const what = field === "" ? (inNode ? "This node" : "The document") : `"${field}"`;
  switch (issue.code) {
    case "unrecognized_keys": return { message: `${what} has ${issue.keys.length === 1 ? "a field" : "fields"} that nobody knows: ${issue.keys.join(", ")}.`, fix: "Remove it, or correct its spelling." };
    case "invalid_type": return /received undefined/.test(issue.message)
      ? { message: `${what} is missing.`, fix: `Add it; it is ${article(issue.expected)}.` }
      : { message: `${what} must be ${article(issue.expected)}.`, fix: `Change it to ${article(issue.expected)}.` };
    case "invalid_union": return /type$/.test(field) && inNode && field === "type"
      ? { message: "There is no such type of node.", fix: `Use one of: ${Object.keys(nodeTypes).join(", ")}.` }
      : { message: `${what} is none of the kinds that are allowed here.`, fix: "Compare it with the flow schema (GET /api/v1/flow-schema)." };
    case "invalid_value": return { message: `${what} must be one of: ${issue.values.map(String).join(", ")}.`, fix: "Choose one of them." };
    case "too_big": return { message: `${what} is too ${issue.origin === "number" ? "large" : "long"}: at most ${String(issue.maximum)}.`, fix: issue.origin === "number" ? "Make it smaller." : "Make it shorter." };
    case "too_small": return { message: `${what} is too ${issue.origin === "number" ? "small" : "short"}: at least ${String(issue.minimum)}.`, fix: issue.origin === "number" ? "Make it larger." : "Make it longer." };
    default: return { message: `${what}: ${issue.message}.`.replace(/\.\.$/, "."), fix: "Correct it." };
  }
}

function article(type: string): string {
  const names: Record<string, string> = { string: "text", number: "a number", int: "a whole number", boolean: "true or false", array: "a list", object: "an object", null: "null" };
  return names[type] ?? type;
}
