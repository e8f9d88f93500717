"use client";

import { CircleAlertIcon, InfoIcon } from "lucide-react";
import type { ReactNode } from "react";
import { clock } from "@/components/call/status-words";
import { cn } from "@/components/ui/cn";
import { Decision } from "./decision";
import type { Names } from "./names";
import type { TimelineItem } from "./timeline";

/** What was said, pressed and decided, with the time since the start of the call at the left. */
export function CallTimeline({ items, names, startedAt }: { items: TimelineItem[]; names: Names; startedAt: string }) {
  const start = Date.parse(startedAt);
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-3.5" aria-label="What happened">
      {items.map((item) => (
        <li key={`${item.seq}-${item.kind}`} className="grid grid-cols-[2.75rem_minmax(0,1fr)] items-baseline gap-2 sm:gap-3">
          <time dateTime={item.at} className="text-right text-xs text-muted-foreground tabular">{item.kind === "decision" ? "" : clock(Date.parse(item.at) - start)}</time>
          <Item item={item} names={names} />
        </li>
      ))}
    </ol>
  );
}

function Item({ item, names }: { item: TimelineItem; names: Names }) {
  switch (item.kind) {
    case "agent":
      return (
        <Said who="Agent" node={names.node(item.node)}>
          {item.text}
          {item.unheard ? <> <s className="text-muted-foreground/90" title="The caller did not hear this"><span className="sr-only">not heard: </span>{item.unheard}</s></> : null}
          {item.speaking ? <span className="ml-1.5 inline-block size-1.5 animate-pulse rounded-full bg-primary align-middle" role="img" aria-label="is speaking" /> : null}
          {item.interrupted ? <span className="ml-2 text-xs text-warning-ink">interrupted</span> : null}
        </Said>
      );
    case "caller":
      return (
        <Said who="Caller" node={names.node(item.node)} caller>
          {item.keys ? <>pressed <kbd className="rounded border border-border bg-card px-1.5 py-0.5 font-sans text-sm font-medium tabular">{item.text}</kbd></> : item.understood ? item.text : <em className="text-muted-foreground">not understood{item.text ? ` (“${item.text}”)` : ""}</em>}
        </Said>
      );
    case "silence":
      return <p className="text-[0.8125rem] text-muted-foreground italic">silence for {item.seconds} s</p>;
    case "decision":
      return <Decision item={item} names={names} />;
    case "note":
      return (
        <p className={cn("flex items-center gap-2 text-[0.8125rem]", item.tone === "problem" ? "text-warning-ink" : "text-muted-foreground")}>
          {item.tone === "problem" ? <CircleAlertIcon className="size-3.5 shrink-0" aria-hidden /> : <InfoIcon className="size-3.5 shrink-0" aria-hidden />}
          {item.text}
        </p>
      );
  }
}

function Said({ who, node, caller = false, children }: { who: string; node: string; caller?: boolean; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="flex items-baseline justify-between gap-3 text-xs">
        <span className={cn("font-semibold", caller ? "text-primary-ink" : "text-foreground")}>{who}</span>
        <span className="truncate text-muted-foreground">{node}</span>
      </p>
      <p className="mt-0.5 text-[0.9375rem] leading-relaxed break-words">{children}</p>
    </div>
  );
}
