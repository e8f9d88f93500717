import type { FlowDocument } from "@/lib/flow/document/schema";

/** Steps of undo that are kept. */
export const HISTORY_LIMIT = 100;

type Item = FlowDocument["nodes"][number] | FlowDocument["notes"][number];
interface ListDelta {
  /** By id: the item before and after; null where it did not exist. */
  items: Record<string, [Item | null, Item | null]>;
  /** The order of ids, only when it changed. */
  order?: [string[], string[]];
}

/** What one step changed: enough to go back and forth, small enough to keep a hundred of them across a reload. */
export interface Delta {
  /** In plain words, for the undo toast: "Delete Welcome". */
  label: string;
  /** Steps with the same key that follow each other closely become one ("typing in this field"). */
  key?: string;
  /** When it was last added to, in ms since 1970. */
  at: number;
  fields: Record<string, [unknown, unknown]>;
  nodes?: ListDelta;
  notes?: ListDelta;
}

export interface History { past: Delta[]; future: Delta[] }

export const emptyHistory: History = { past: [], future: [] };

function listDelta(before: readonly Item[], after: readonly Item[]): ListDelta | undefined {
  if (before === after) return undefined;
  const old = new Map(before.map((item) => [item.id, item]));
  const items: ListDelta["items"] = {};
  for (const item of after) {
    const was = old.get(item.id) ?? null;
    if (was !== item) items[item.id] = [was, item];
    old.delete(item.id);
  }
  for (const [id, was] of old) items[id] = [was, null];
  const from = before.map((item) => item.id);
  const to = after.map((item) => item.id);
  const moved = from.length !== to.length || from.some((id, i) => id !== to[i]);
  if (!moved && Object.keys(items).length === 0) return undefined;
  return moved ? { items, order: [from, to] } : { items };
}

/** What changed from `before` to `after`; null when nothing did. Relies on unchanged parts being the same objects. */
export function deltaOf(before: FlowDocument, after: FlowDocument, label: string, at: number, key?: string): Delta | null {
  if (before === after) return null;
  const fields: Delta["fields"] = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof FlowDocument>) {
    if (name !== "nodes" && name !== "notes" && before[name] !== after[name]) fields[name] = [before[name], after[name]];
  }
  const nodes = listDelta(before.nodes, after.nodes);
  const notes = listDelta(before.notes, after.notes);
  if (!nodes && !notes && Object.keys(fields).length === 0) return null;
  return { label, at, fields, ...(key && { key }), ...(nodes && { nodes }), ...(notes && { notes }) };
}

function applyList<T extends Item>(list: T[], delta: ListDelta | undefined, side: 0 | 1): T[] {
  if (!delta) return list;
  const byId = new Map<string, Item>(list.map((item) => [item.id, item]));
  for (const [id, pair] of Object.entries(delta.items)) {
    const item = pair[side];
    if (item) byId.set(id, item);
    else byId.delete(id);
  }
  const order = delta.order?.[side] ?? list.map((item) => item.id);
  return order.flatMap((id) => (byId.has(id) ? [byId.get(id) as T] : []));
}

/** The document after the step (`forward`) or before it. */
export function applyDelta(document: FlowDocument, delta: Delta, direction: "back" | "forward"): FlowDocument {
  const side = direction === "back" ? 0 : 1;
  const next: Record<string, unknown> = { ...document };
  for (const [name, pair] of Object.entries(delta.fields)) {
    // JSON keeps no undefined, so after a reload a missing side is null or a list of one.
    if (pair[side] === undefined || pair[side] === null) delete next[name];
    else next[name] = pair[side];
  }
  next.nodes = applyList(document.nodes, delta.nodes, side);
  next.notes = applyList(document.notes, delta.notes, side);
  return next as FlowDocument;
}

/** Adds a step; it joins the last one when both have the same key and follow within `joinMs`. What was undone is forgotten. */
export function record(history: History, delta: Delta, joinMs = 1500): History {
  const last = history.past.at(-1);
  if (last?.key !== undefined && last.key === delta.key && delta.at - last.at <= joinMs) {
    return { past: [...history.past.slice(0, -1), joinDeltas(last, delta)], future: [] };
  }
  return { past: [...history.past, delta].slice(-HISTORY_LIMIT), future: [] };
}

function joinDeltas(first: Delta, second: Delta): Delta {
  const fields = { ...first.fields };
  for (const [name, [before, after]] of Object.entries(second.fields)) fields[name] = [fields[name] ? fields[name][0] : before, after];
  const join = (a?: ListDelta, b?: ListDelta): ListDelta | undefined => {
    if (!a || !b) return a ?? b;
    const items = { ...a.items };
    for (const [id, [before, after]] of Object.entries(b.items)) items[id] = [items[id] ? items[id][0] : before, after];
    const order: ListDelta["order"] = a.order || b.order ? [(a.order ?? b.order)![0], (b.order ?? a.order)![1]] : undefined;
    return order ? { items, order } : { items };
  };
  const nodes = join(first.nodes, second.nodes);
  const notes = join(first.notes, second.notes);
  return { ...second, fields, ...(nodes && { nodes }), ...(notes && { notes }) };
}

/** One step back; null when there is none. */
export function undo(document: FlowDocument, history: History): { document: FlowDocument; history: History; delta: Delta } | null {
  const delta = history.past.at(-1);
  if (!delta) return null;
  return { document: applyDelta(document, delta, "back"), history: { past: history.past.slice(0, -1), future: [...history.future, delta] }, delta };
}

/** One step forward again; null when nothing was undone. */
export function redo(document: FlowDocument, history: History): { document: FlowDocument; history: History; delta: Delta } | null {
  const delta = history.future.at(-1);
  if (!delta) return null;
  return { document: applyDelta(document, delta, "forward"), history: { past: [...history.past, delta], future: history.future.slice(0, -1) }, delta };
}

/** Ids of nodes that a step touched, so that undo can show what it did. */
export function touched(delta: Delta): string[] {
  return [...Object.keys(delta.nodes?.items ?? {}), ...Object.keys(delta.notes?.items ?? {})];
}
