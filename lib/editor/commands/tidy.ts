import dagre from "@dagrejs/dagre";
import type { FlowDocument } from "@/lib/flow/document/schema";
import type { Size } from "./align";
import { moveItems, type Point } from "./nodes";

/** A card as the canvas draws it, for nodes that were not measured yet. */
export function estimatedSize(node: FlowDocument["nodes"][number]): Size {
  return { width: 300, height: 92 + 30 * (node.exits.length + 1) };
}

const GAP_ACROSS = 96;
const GAP_DOWN = 40;

/**
 * Lays all nodes out from left to right, the start first. Within a column, targets stand in the order of the exits that lead to them,
 * so that edges cross as little as possible. Notes keep their distance to the node they were nearest to.
 * @param sizes measured cards by node id, canvas units
 */
export function tidy(document: FlowDocument, sizes: ReadonlyMap<string, Size>): FlowDocument {
  const size = (id: string) => sizes.get(id) ?? estimatedSize(document.nodes.find((node) => node.id === id)!);
  const to = new Map<string, Point>();
  for (const [id, at] of layout(document, size)) to.set(id, at);

  const startBefore = document.nodes.find((node) => node.id === document.start)?.position ?? { x: 0, y: 0 };
  const startAfter = to.get(document.start) ?? startBefore;
  // The start stays where it is: people find their flow again where they left it.
  const shift = { x: startBefore.x - startAfter.x, y: startBefore.y - startAfter.y };
  for (const [id, at] of to) to.set(id, { x: at.x + shift.x, y: at.y + shift.y });

  for (const note of document.notes) {
    const nearest = nearestNode(document, note.position);
    const after = nearest && to.get(nearest.id);
    if (nearest && after) to.set(note.id, { x: note.position.x + after.x - nearest.position.x, y: note.position.y + after.y - nearest.position.y });
  }
  return moveItems(document, to);
}

function layout(document: FlowDocument, size: (id: string) => Size): Map<string, Point> {
  const graph = new dagre.graphlib.Graph({ multigraph: false });
  graph.setGraph({ rankdir: "LR", nodesep: GAP_DOWN, ranksep: GAP_ACROSS, ranker: "network-simplex" });
  graph.setDefaultEdgeLabel(() => ({}));
  const order = readingOrder(document);
  const rank = new Map(order.map((id, i) => [id, i]));
  for (const id of order) graph.setNode(id, { ...size(id) });
  for (const id of order) {
    for (const exit of document.nodes.find((node) => node.id === id)!.exits) {
      // A way back would pull its target to the right; only ways forward make the columns.
      if (exit.to !== null && exit.to !== id && (rank.get(exit.to) ?? -1) > rank.get(id)!) graph.setEdge(id, exit.to, { weight: 1, minlen: 1 });
    }
  }
  dagre.layout(graph);
  return inExitOrder(document, order, new Map(graph.nodes().map((id) => {
    const box = graph.node(id) as { x: number; y: number; width: number; height: number };
    return [id, { x: box.x - box.width / 2, y: box.y - box.height / 2 }];
  })), size);
}

/** Depth first from the start along the exits, then what cannot be reached, in document order. */
function readingOrder(document: FlowDocument): string[] {
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  // Longest ways first come out right when a node stands after all that lead to it: reverse postorder.
  const seen = new Set<string>();
  const post: string[] = [];
  const visit = (root: string) => {
    const stack: { id: string; next: number }[] = [{ id: root, next: 0 }];
    seen.add(root);
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const exits = byId.get(top.id)!.exits;
      if (top.next >= exits.length) {
        post.push(top.id);
        stack.pop();
        continue;
      }
      // From the last exit to the first, so that reversing gives the first exit's targets first.
      const to = exits[exits.length - 1 - top.next++]!.to;
      if (to !== null && byId.has(to) && !seen.has(to)) {
        seen.add(to);
        stack.push({ id: to, next: 0 });
      }
    }
  };
  const order: string[] = [];
  for (const root of [document.start, ...document.nodes.map((node) => node.id)]) {
    if (!byId.has(root) || seen.has(root)) continue;
    post.length = 0;
    visit(root);
    order.push(...post.toReversed());
  }
  return order;
}

/**
 * dagre minimises crossings but does not know that a node's exits have an order. Within each column (same x), nodes are put in
 * the order of the exits that lead to them, using the places that dagre found.
 */
function inExitOrder(document: FlowDocument, order: readonly string[], at: Map<string, Point>, size: (id: string) => Size): Map<string, Point> {
  const rank = new Map(order.map((id, i) => [id, i]));
  const centre = (id: string) => at.get(id)!.x + size(id).width / 2;
  const columns = new Map<number, string[]>();
  for (const id of order) {
    const key = Math.round(centre(id));
    columns.set(key, [...(columns.get(key) ?? []), id]);
  }
  const result = new Map(at);
  for (const key of [...columns.keys()].toSorted((a, b) => a - b)) {
    const column = columns.get(key)!;
    if (column.length < 2) continue;
    // Height of the row that leads here: parents are left of this column, so their place is final already.
    const pull = (id: string) => {
      const rows: number[] = [];
      for (const node of document.nodes) {
        if ((rank.get(node.id) ?? 0) >= rank.get(id)!) continue;
        node.exits.forEach((exit, i) => {
          if (exit.to === id) rows.push(result.get(node.id)!.y + 80 + i * 30);
        });
      }
      return rows.length === 0 ? result.get(id)!.y : rows.reduce((sum, row) => sum + row, 0) / rows.length;
    };
    const wanted = column.map((id) => ({ id, pull: pull(id) })).toSorted((a, b) => a.pull - b.pull || rank.get(a.id)! - rank.get(b.id)!);
    let y = Math.min(...column.map((id) => at.get(id)!.y));
    for (const { id } of wanted) {
      result.set(id, { x: at.get(id)!.x, y });
      y += size(id).height + GAP_DOWN;
    }
  }
  return result;
}

function nearestNode(document: FlowDocument, point: Point) {
  const distance = (at: Point) => (at.x - point.x) ** 2 + (at.y - point.y) ** 2;
  return document.nodes.toSorted((a, b) => distance(a.position) - distance(b.position))[0];
}
