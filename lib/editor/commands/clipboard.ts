import { z } from "zod";
import { documentSchema, nodeSchema, type FlowDocument } from "@/lib/flow/document/schema";
import { copyItems, type Point } from "./nodes";
import { addVariable, variablesUsed } from "./variables";

/** What a copy puts on the clipboard as text: readable, and pasted again in any agent, on any machine. */
const clipboardSchema = z.object({
  parley: z.literal(1),
  copied: z.literal("nodes"),
  nodes: z.array(nodeSchema).max(1000),
  notes: documentSchema.shape.notes,
  variables: documentSchema.shape.variables,
});
export type Clip = z.infer<typeof clipboardSchema>;

/** The chosen nodes and notes with the variables they use, as text; null when nothing of it is in the document. */
export function copyAsText(document: FlowDocument, ids: ReadonlySet<string>): string | null {
  const nodes = document.nodes.filter((node) => ids.has(node.id));
  const notes = document.notes.filter((note) => ids.has(note.id));
  if (nodes.length + notes.length === 0) return null;
  const used = new Set(variablesUsed(nodes));
  const clip: Clip = { parley: 1, copied: "nodes", nodes, notes, variables: document.variables.filter((variable) => used.has(variable.name)) };
  return JSON.stringify(clip, null, 2);
}

/** Reads what `copyAsText` wrote, or a whole flow document; null when the text is something else. */
export function readClip(text: string): Clip | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const clip = clipboardSchema.safeParse(json);
  if (clip.success) return clip.data;
  const document = documentSchema.safeParse(json);
  if (!document.success) return null;
  const { nodes, notes, variables } = document.data;
  return { parley: 1, copied: "nodes", nodes, notes, variables };
}

/**
 * Puts a clip into the document with its upper left corner at `at`. Ids are new, exits to nodes that were not copied are open, variables
 * that the document does not have are added.
 */
export function pasteClip(document: FlowDocument, clip: Clip, at: Point, random?: () => number): { document: FlowDocument; ids: string[] } {
  const items = [...clip.nodes, ...clip.notes];
  if (items.length === 0) return { document, ids: [] };
  const left = Math.min(...items.map((item) => item.position.x));
  const top = Math.min(...items.map((item) => item.position.y));
  const pasted = copyItems(document, clip, { x: at.x - left, y: at.y - top }, { keepOutside: false, random });
  return { ...pasted, document: clip.variables.reduce(addVariable, pasted.document) };
}
