import type { FlowDocument } from "@/lib/flow/document/schema";

const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/**
 * A new id such as `talk_k3f9a2`. Random rather than counted, so that an id is never used again after its node was deleted
 * (stored calls refer to it) and two people who edit at the same time do not invent the same one.
 * @param taken ids that may not be used
 * @param random numbers from 0 to 1; tests pass their own
 */
export function freshId(prefix: string, taken: ReadonlySet<string>, random: () => number = Math.random): string {
  for (;;) {
    let id = `${prefix}_`;
    for (let i = 0; i < 6; i++) id += LETTERS[Math.floor(random() * LETTERS.length)];
    if (!taken.has(id)) return id;
  }
}

/** Every id in the document that a new node, note or exit could collide with. */
export function takenIds(document: FlowDocument): Set<string> {
  const ids = new Set<string>();
  for (const node of document.nodes) {
    ids.add(node.id);
    for (const exit of node.exits) ids.add(exit.id);
  }
  for (const note of document.notes) ids.add(note.id);
  return ids;
}
