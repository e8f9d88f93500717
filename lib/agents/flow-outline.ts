/** A flow reduced to what a small picture of it needs: boxes and lines. */
export interface FlowOutline {
  nodes: { id: string; type: string; x: number; y: number; start: boolean }[];
  /** Indexes of `nodes`. */
  edges: [number, number][];
}

/** The part of a document, or of a plan's nodes, that the outline is made from. */
interface Drawn {
  start: string;
  nodes: readonly { id: string; type: string; position: { x: number; y: number }; exits: readonly { to: string | null }[] }[];
}

/** A picture of a thousand boxes is grey, and lists hold many pictures. */
const MOST_NODES = 80;

/** What to draw of a document; beyond 80 nodes, those nearest to the start. */
export function flowOutline({ start, nodes }: Drawn): FlowOutline {
  const kept = nodes.length > MOST_NODES ? nearest(start, nodes) : nodes;
  const index = new Map(kept.map((node, i) => [node.id, i]));
  const edges = new Map<string, [number, number]>();
  for (const [from, node] of kept.entries()) {
    for (const { to } of node.exits) {
      const target = to === null ? undefined : index.get(to);
      if (target !== undefined) edges.set(`${from}-${target}`, [from, target]);
    }
  }
  const outline = { nodes: kept.map((node) => ({ id: node.id, type: node.type, x: node.position.x, y: node.position.y, start: node.id === start })), edges: [...edges.values()] };
  return isPiled(outline) ? layered(outline) : outline;
}

/** Documents written by hand or by a program often leave the positions out. */
function isPiled({ nodes }: FlowOutline): boolean {
  return nodes.length > 1 && new Set(nodes.map((node) => `${node.x},${node.y}`)).size < nodes.length / 2;
}

/** Columns by distance from the start. Enough for a picture; the editor has a better one. */
function layered(outline: FlowOutline): FlowOutline {
  const depth = new Map<number, number>();
  const first = Math.max(0, outline.nodes.findIndex((node) => node.start));
  const queue = [first];
  depth.set(first, 0);
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const [from, to] of outline.edges) {
      if (from !== at || depth.has(to)) continue;
      depth.set(to, depth.get(at)! + 1);
      queue.push(to);
    }
  }
  const rows = new Map<number, number>();
  return {
    ...outline,
    nodes: outline.nodes.map((node, i) => {
      const column = depth.get(i) ?? 0;
      const row = rows.get(column) ?? 0;
      rows.set(column, row + 1);
      return { ...node, x: column * 380, y: row * 220 };
    }),
  };
}

function nearest(start: string, nodes: Drawn["nodes"]): Drawn["nodes"] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const kept = new Map<string, Drawn["nodes"][number]>();
  const queue = [start];
  for (let id = queue.shift(); id !== undefined && kept.size < MOST_NODES; id = queue.shift()) {
    const node = byId.get(id);
    if (!node || kept.has(id)) continue;
    kept.set(id, node);
    for (const { to } of node.exits) if (to !== null) queue.push(to);
  }
  return [...kept.values()];
}
