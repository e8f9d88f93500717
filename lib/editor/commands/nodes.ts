import type { FlowDocument, FlowNode } from "@/lib/flow/document/schema";
import { freshId, takenIds } from "../ids";
import { setPath, type Path } from "../path";

/** A point on the canvas in its own units (1 = one pixel at zoom 1). */
export interface Point { x: number; y: number }

/** The document with one node changed; the same object when the node is not there or `change` returns it unchanged. */
export function changeNode(document: FlowDocument, id: string, change: (node: FlowNode) => FlowNode): FlowDocument {
  const index = document.nodes.findIndex((node) => node.id === id);
  const node = document.nodes[index];
  if (!node) return document;
  const next = change(node);
  if (next === node) return document;
  const nodes = document.nodes.slice();
  nodes[index] = next;
  return { ...document, nodes };
}

/** Adds `node` at the end. A node that has no unique name gets a number behind it, so that lists can tell them apart. */
export function addNode(document: FlowDocument, node: FlowNode): FlowDocument {
  return { ...document, nodes: [...document.nodes, { ...node, name: uniqueName(document, node.name) }] };
}

/** `base`, or `base 2`, `base 3` … when another node has that name. */
export function uniqueName(document: FlowDocument, base: string): string {
  const names = new Set(document.nodes.map((node) => node.name));
  if (base === "" || !names.has(base)) return base;
  const stem = base.replace(/ \d+$/, "");
  for (let n = 2; ; n++) if (!names.has(`${stem} ${n}`)) return `${stem} ${n}`;
}

/**
 * Removes nodes and notes. Exits that led to a removed node stay, unconnected, because their condition is work that somebody
 * did. A document needs one node: when all would go, the start stays. When the start goes, the first node it led to becomes the start.
 */
export function removeItems(document: FlowDocument, ids: ReadonlySet<string>): FlowDocument {
  let gone = ids;
  if (document.nodes.every((node) => gone.has(node.id))) gone = new Set([...ids].filter((id) => id !== document.start));
  const start = document.nodes.find((node) => node.id === document.start);
  const kept = document.nodes.filter((node) => !gone.has(node.id));
  const keptIds = new Set(kept.map((node) => node.id));
  const successor = start?.exits.map((exit) => exit.to).find((to) => to !== null && keptIds.has(to));
  return {
    ...document,
    start: keptIds.has(document.start) ? document.start : (successor ?? kept[0]?.id ?? document.start),
    nodes: kept.map((node) => {
      if (!node.exits.some((exit) => exit.to !== null && gone.has(exit.to))) return node;
      return { ...node, exits: node.exits.map((exit) => (exit.to !== null && gone.has(exit.to) ? { ...exit, to: null } : exit)) };
    }),
    notes: document.notes.some((note) => gone.has(note.id)) ? document.notes.filter((note) => !gone.has(note.id)) : document.notes,
  };
}

/** Puts nodes and notes where `positions` says (by id). Whole numbers, so that a drag leaves no noise in a diff. */
export function moveItems(document: FlowDocument, positions: ReadonlyMap<string, Point>): FlowDocument {
  const move = <T extends { id: string; position: Point }>(item: T): T => {
    const to = positions.get(item.id);
    if (!to) return item;
    const position = { x: Math.round(to.x), y: Math.round(to.y) };
    return position.x === item.position.x && position.y === item.position.y ? item : { ...item, position };
  };
  const nodes = document.nodes.map(move);
  const notes = document.notes.map(move);
  const same = nodes.every((node, i) => node === document.nodes[i]) && notes.every((note, i) => note === document.notes[i]);
  return same ? document : { ...document, nodes, notes };
}

/** Sets one field of a node; `undefined` removes it. `path` is the form field's key: "say.text". */
export function updateField(document: FlowDocument, id: string, path: Path, value: unknown): FlowDocument {
  return changeNode(document, id, (node) => setPath(node, path, value));
}

/** Makes a node the one where the call starts. */
export function makeStart(document: FlowDocument, id: string): FlowDocument {
  return document.start !== id && document.nodes.some((node) => node.id === id) ? { ...document, start: id } : document;
}

/**
 * Copies of nodes and notes, moved by `offset`. Exits among the copied lead to the copies; exits to other nodes keep their target
 * when `keepOutside` is set (duplicate) and are unconnected otherwise.
 */
export function copyItems(
  document: FlowDocument,
  items: { nodes: readonly FlowNode[]; notes: FlowDocument["notes"] },
  offset: Point,
  options: { keepOutside: boolean; random?: () => number },
): { document: FlowDocument; ids: string[] } {
  const taken = takenIds(document);
  const newId = (prefix: string) => {
    const id = freshId(prefix, taken, options.random);
    taken.add(id);
    return id;
  };
  const idOf = new Map(items.nodes.map((node) => [node.id, newId(node.type)]));
  const outside = new Set(document.nodes.map((node) => node.id));
  const move = (at: Point) => ({ x: Math.round(at.x + offset.x), y: Math.round(at.y + offset.y) });
  let next = document;
  for (const node of items.nodes) {
    const exits = node.exits.map((exit) => {
      const to = exit.to === null ? null : (idOf.get(exit.to) ?? (options.keepOutside && outside.has(exit.to) ? exit.to : null));
      return { ...exit, to };
    });
    next = addNode(next, { ...node, id: idOf.get(node.id)!, position: move(node.position), exits });
  }
  const notes = items.notes.map((note) => ({ ...note, id: newId("note"), position: move(note.position) }));
  if (notes.length > 0) next = { ...next, notes: [...next.notes, ...notes] };
  return { document: next, ids: [...idOf.values(), ...notes.map((note) => note.id)] };
}
