import { changesInWords } from "../flow";
import type { FlowDocument } from "@/lib/flow/document/schema";

/** What changed from one document to another, in words. */
export function ChangeList({ before, after, none }: { before: FlowDocument; after: FlowDocument; none: string }) {
  const changes = changesInWords(before, after);
  if (changes.length === 0) return <p className="text-sm text-muted-foreground">{none}</p>;
  return (
    <ul className="max-h-56 space-y-1 overflow-y-auto rounded-lg border border-border bg-card p-3 text-[0.8125rem] leading-snug">
      {changes.map((change, i) => <li key={i} className="flex gap-2"><span aria-hidden className="mt-[0.45em] size-1 shrink-0 rounded-full bg-muted-foreground" /><span>{change}</span></li>)}
    </ul>
  );
}
