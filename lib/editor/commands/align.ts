import type { FlowDocument } from "@/lib/flow/document/schema";
import { moveItems, type Point } from "./nodes";

export type Alignment = "left" | "centre" | "right" | "top" | "middle" | "bottom" | "spreadAcross" | "spreadDown";
/** Width and height of a card in canvas units. */
export interface Size { width: number; height: number }

/** Lines up nodes and notes, or spreads them with equal gaps (from three on). `sizes` by id; an unknown one counts as 0 × 0. */
export function align(document: FlowDocument, ids: readonly string[], sizes: ReadonlyMap<string, Size>, how: Alignment): FlowDocument {
  const chosen = new Set(ids);
  const boxes = [...document.nodes, ...document.notes]
    .filter((item) => chosen.has(item.id))
    .map((item) => ({ id: item.id, ...item.position, ...(sizes.get(item.id) ?? { width: 0, height: 0 }) }));
  if (boxes.length < 2) return document;
  const left = Math.min(...boxes.map((box) => box.x));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const top = Math.min(...boxes.map((box) => box.y));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const to = new Map<string, Point>();
  if (how === "spreadAcross" || how === "spreadDown") {
    const across = how === "spreadAcross";
    const sorted = boxes.toSorted((a, b) => (across ? a.x - b.x : a.y - b.y));
    const filled = sorted.reduce((sum, box) => sum + (across ? box.width : box.height), 0);
    const gap = ((across ? right - left : bottom - top) - filled) / (sorted.length - 1);
    let at = across ? left : top;
    for (const box of sorted) {
      to.set(box.id, across ? { x: at, y: box.y } : { x: box.x, y: at });
      at += (across ? box.width : box.height) + gap;
    }
    return moveItems(document, to);
  }
  for (const box of boxes) {
    const x = how === "left" ? left : how === "right" ? right - box.width : how === "centre" ? (left + right - box.width) / 2 : box.x;
    const y = how === "top" ? top : how === "bottom" ? bottom - box.height : how === "middle" ? (top + bottom - box.height) / 2 : box.y;
    to.set(box.id, { x, y });
  }
  return moveItems(document, to);
}
