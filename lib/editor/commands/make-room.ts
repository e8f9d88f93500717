import type { FlowDocument } from "@/lib/flow/document/schema";
import type { Size } from "./align";
import { moveItems, type Point } from "./nodes";

const GAP = 72;

/**
 * Puts a node that was inserted into an edge between its two ends: right of the one it comes from, and everything from there on moves
 * to the right by as much as is missing. Ways back (the target stands left of the source) are left alone.
 * @param sizes measured cards by id, canvas units
 */
export function makeRoom(document: FlowDocument, between: { from: string; inserted: string; to: string }, sizes: ReadonlyMap<string, Size>): FlowDocument {
  const find = (id: string) => document.nodes.find((node) => node.id === id);
  const [from, inserted, to] = [find(between.from), find(between.inserted), find(between.to)];
  const width = (id: string) => sizes.get(id)?.width ?? 288;
  if (!from || !inserted || !to || to.position.x <= from.position.x) return document;
  const x = from.position.x + width(from.id) + GAP;
  const missing = x + width(inserted.id) + GAP - to.position.x;
  const moves = new Map<string, Point>([[inserted.id, { x: missing > 0 ? x : inserted.position.x, y: inserted.position.y }]]);
  if (missing > 0) {
    for (const item of [...document.nodes, ...document.notes]) {
      if (item.id !== inserted.id && item.id !== from.id && item.position.x >= to.position.x) moves.set(item.id, { x: item.position.x + missing, y: item.position.y });
    }
  }
  return moveItems(document, moves);
}
