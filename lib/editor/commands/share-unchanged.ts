import type { FlowDocument } from "@/lib/flow/document/schema";
import { canonicalJson } from "@/lib/flow/text/canonical-json";

/**
 * `after` with every part that is as it was in `before` taken from there, as the same object. For documents that come from outside
 * (a repair, the server): undo's steps stay small and only cards that changed are drawn again.
 */
export function shareUnchanged(before: FlowDocument, after: FlowDocument): FlowDocument {
  const old = new Map([...before.nodes, ...before.notes].map((item) => [item.id, item]));
  const same = (a: unknown, b: unknown) => a === b || canonicalJson(a) === canonicalJson(b);
  const shared = <T extends { id: string }>(list: T[]): T[] => list.map((item) => {
    const was = old.get(item.id);
    return was && same(was, item) ? (was as unknown as T) : item;
  });
  const result: Record<string, unknown> = { ...after, nodes: shared(after.nodes), notes: shared(after.notes) };
  for (const key of Object.keys(result) as (keyof FlowDocument)[]) {
    if (key === "nodes" || key === "notes") {
      const [was, is] = [before[key] as { id: string }[], result[key] as { id: string }[]];
      if (was.length === is.length && was.every((item, i) => item === is[i])) result[key] = was;
    } else if (same(before[key], after[key])) result[key] = before[key];
  }
  return result as FlowDocument;
}
