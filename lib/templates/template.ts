import type { FlowDocument, FlowDocumentInput } from "@/lib/flow/document/schema";
import { documentSchema } from "@/lib/flow/document/schema";

/** A starting point: a whole flow that works without any key, and what to say to it. */
export interface Template {
  id: string;
  name: string;
  /** One or two sentences for the card. */
  description: string;
  /** Name of a lucide icon. */
  icon: string;
  /** What to try saying, in the order of a call. */
  trySaying: string[];
  document: FlowDocument;
}

/** Place of a node by column and row: cards are about 300 wide; a row leaves room for five exits. */
export const at = (column: number, row: number) => ({ x: column * 420, y: row * 260 });

export function template(fields: Omit<Template, "document"> & { document: FlowDocumentInput }): Template {
  return { ...fields, document: documentSchema.parse(fields.document) };
}
