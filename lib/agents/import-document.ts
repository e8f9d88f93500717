import { ParleyError } from "@/lib/errors";
import type { FlowDocument } from "@/lib/flow/document/schema";
import { readDocument } from "./read-document";

export interface ImportResult {
  document: FlowDocument;
  /** What the file had and Parley does not, honestly. Empty for our own files. */
  notCarriedOver: { what: string; where: string; why: string }[];
}

const FORMATS = ["parley"];

/**
 * A file as a flow document. Files of an older Parley are brought up to date.
 * @param document JSON, or its text @throws ParleyError invalid with `problems`
 */
export function importDocument(document: unknown, format = "parley"): ImportResult {
  if (!FORMATS.includes(format)) throw new ParleyError("invalid", `Files of the format "${format.slice(0, 50)}" cannot be imported yet. Known formats: ${FORMATS.join(", ")}.`);
  return { document: readDocument(typeof document === "string" ? parse(document) : document), notCarriedOver: [] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ParleyError("invalid", "The file is not JSON.");
  }
}
