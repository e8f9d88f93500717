import type { FlowDocument } from "@/lib/flow/document/schema";
import { estimatedSize } from "./commands/tidy";

/** Below this zoom a card cannot be read, so showing everything would show nothing. */
const READABLE = 0.5;

/**
 * How the canvas is shown first: the whole flow where it can be read, else its start at the upper left.
 * @param size of the canvas, px @param margin px kept free for the palette and the controls
 */
export function openingView(document: FlowDocument, size: { width: number; height: number }, margin: { left: number; top: number; right: number; bottom: number }): { x: number; y: number; zoom: number } {
  const boxes = [
    ...document.nodes.map((node) => ({ ...node.position, ...estimatedSize(node) })),
    ...document.notes.map((note) => ({ ...note.position, width: note.size?.width ?? 220, height: note.size?.height ?? 130 })),
  ];
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top;
  const free = { width: size.width - margin.left - margin.right, height: size.height - margin.top - margin.bottom };
  const zoom = Math.min(1, free.width / width, free.height / height);
  if (zoom >= READABLE) {
    return { x: margin.left + (free.width - width * zoom) / 2 - left * zoom, y: margin.top + (free.height - height * zoom) / 2 - top * zoom, zoom };
  }
  const start = document.nodes.find((node) => node.id === document.start) ?? document.nodes[0]!;
  const near = Math.min(0.85, free.width / estimatedSize(start).width);
  const below = Math.max(0, (free.height - estimatedSize(start).height * near) / 3);
  return { x: margin.left - start.position.x * near, y: margin.top + below - start.position.y * near, zoom: near };
}
