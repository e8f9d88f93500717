"use client";

import { useEffect, useRef, type RefObject } from "react";
import { cn } from "@/components/ui/cn";
import type { TranscriptEntry } from "./types";

/**
 * The captions as a live region named Transcript. Words that may still change are hidden from screen readers and come in as a new
 * entry once they are final, so that nothing is read out twice. Follows the newest line unless the reader scrolled up.
 */
export function TranscriptLog({ entries, empty, className, ref }: { entries: TranscriptEntry[]; empty?: string; className?: string; ref?: RefObject<HTMLDivElement | null> }) {
  const own = useRef<HTMLDivElement>(null);
  const box = ref ?? own;
  const follow = useRef(true);

  useEffect(() => {
    if (follow.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [entries, box]);

  return (
    <div
      ref={box}
      role="log"
      aria-label="Transcript"
      aria-live="polite"
      aria-relevant="additions"
      tabIndex={0}
      onScroll={(event) => {
        const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
        follow.current = scrollHeight - scrollTop - clientHeight < 40;
      }}
      className={cn("flex flex-col gap-3 overflow-y-auto overscroll-contain", className)}
    >
      {entries.length === 0 && empty ? <p className="m-auto px-6 text-center text-sm text-muted-foreground">{empty}</p> : null}
      {entries.map((entry) => <Line key={`${entry.role}-${entry.id}-${entry.final}`} entry={entry} />)}
    </div>
  );
}

function Line({ entry }: { entry: TranscriptEntry }) {
  const caller = entry.role === "caller";
  return (
    <div data-role={entry.role} data-final={entry.final} aria-hidden={!entry.final || undefined} className={cn("flex max-w-[85%] flex-col gap-1", caller ? "items-end self-end" : "items-start self-start")}>
      <span className="px-1 text-xs font-medium text-muted-foreground">{caller ? "You" : "Agent"}</span>
      <p
        className={cn(
          "rounded-2xl px-3.5 py-2 text-[0.9375rem] leading-snug break-words",
          caller ? "rounded-br-md bg-primary-soft text-foreground" : "rounded-bl-md bg-secondary text-foreground",
          entry.notUnderstood && "bg-transparent px-1 py-0 text-sm text-muted-foreground italic",
          !entry.final && "text-muted-foreground",
        )}
      >
        {entry.how === "keys" ? <Keys keys={entry.text} /> : entry.notUnderstood ? "not understood" : entry.text}
        {entry.interrupted ? <><span className="text-muted-foreground" aria-hidden> —</span><span className="sr-only"> (interrupted)</span></> : null}
      </p>
    </div>
  );
}

function Keys({ keys }: { keys: string }) {
  return (
    <>
      <span className="sr-only">pressed </span>
      <span className="tabular font-medium tracking-widest">{keys}</span>
    </>
  );
}
