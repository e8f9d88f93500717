import type { FlowDocument } from "@/lib/flow/document/schema";
import { freshId, takenIds } from "../ids";
import type { Point } from "./nodes";

/** Adds an empty sticky note and answers its id. */
export function addNote(document: FlowDocument, position: Point, text = "", random?: () => number): { document: FlowDocument; id: string } {
  const id = freshId("note", takenIds(document), random);
  const at = { x: Math.round(position.x), y: Math.round(position.y) };
  return { document: { ...document, notes: [...document.notes, { id, text, position: at }] }, id };
}

/** Changes a note's text or size (canvas units). */
export function changeNote(document: FlowDocument, id: string, change: { text?: string; size?: { width: number; height: number } }): FlowDocument {
  return { ...document, notes: document.notes.map((note) => (note.id === id ? { ...note, ...change } : note)) };
}
