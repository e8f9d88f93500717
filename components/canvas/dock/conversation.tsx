"use client";

import { CircleAlertIcon, HistoryIcon } from "lucide-react";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { Decision } from "@/components/calls/decision";
import type { Names } from "@/components/calls/names";
import { timelineOf, type TimelineItem } from "@/components/calls/timeline";
import { valueWords } from "@/components/calls/words";
import { clock } from "@/components/call/status-words";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { projectCall } from "@/lib/calls/project-call";
import type { CallEvent } from "@/lib/calls/protocol";
import { conditionWords, nodeForm } from "../flow";
import { useEditor } from "../store/editor-context";
import { useLiveView } from "./use-live-view";

/**
 * A call as it goes: what was said, why it went where it went, and the variables as they fill. Choosing a line shows that moment on
 * the canvas. `tail`: words that are not in the events yet.
 */
export function Conversation({ events, tail, empty }: { events: readonly CallEvent[]; tail?: ReactNode; empty: string }) {
  const [moment, setMoment] = useState<number | null>(null);
  // "The caller joined" is no news to the one who pressed Talk.
  const items = useMemo(() => timelineOf(events).filter((item) => item.kind !== "note" || item.tone === "problem"), [events]);
  const names = useNames();
  const log = useRef<HTMLDivElement>(null);
  const follow = useRef(true);
  useLiveView(events, moment);
  useEffect(() => {
    if (follow.current && log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [items, tail]);
  const first = Date.parse(events.find((event) => event.type === "callerJoined" || event.type === "step")?.at ?? events[0]?.at ?? "");
  const shown = items.findLast((item) => moment !== null && item.seq <= moment);
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        <div
          ref={log} role="log" aria-label="Transcript" aria-live="polite" tabIndex={0}
          onScroll={(event) => {
            const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
            follow.current = scrollHeight - scrollTop - clientHeight < 48;
          }}
          className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 py-3 -outline-offset-2 sm:px-4"
        >
          {items.length === 0 && !tail ? <p className="grid h-full min-h-16 place-content-center px-4 text-center text-[0.8125rem] text-muted-foreground">{empty}</p> : null}
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-2">
            {items.map((item) => (
              <li key={`${item.seq}-${item.kind}`} className={cn("grid grid-cols-[2.5rem_minmax(0,1fr)] gap-2 rounded-md", shown?.seq === item.seq && shown.kind === item.kind && "bg-primary-soft")} onClick={() => setMoment(momentOf(item, events))}>
                <button type="button" title="Show this moment on the canvas" aria-label={`Show ${clock(Date.parse(item.at) - first)} on the canvas`} className="tabular mt-0.5 h-fit rounded text-right text-xs text-muted-foreground hover:text-foreground">
                  {item.kind === "decision" ? <span aria-hidden>·</span> : clock(Math.max(0, Date.parse(item.at) - first))}
                </button>
                <Line item={item} names={names} />
              </li>
            ))}
          </ol>
          {tail}
        </div>
        {moment !== null ? (
          <Button size="sm" variant="outline" className="absolute right-4 bottom-3 shadow-float" onClick={() => setMoment(null)}><HistoryIcon aria-hidden />Back to now</Button>
        ) : null}
      </div>
      <Variables events={events} until={moment} />
    </div>
  );
}

/** The events up to this line; for a decision those of its last step, so that the canvas shows what came of it. */
function momentOf(item: TimelineItem, events: readonly CallEvent[]): number {
  if (item.kind !== "decision") return item.seq;
  const last = item.traces.at(-1);
  return events.findLast((event) => event.type === "step" && event.trace === last)?.seq ?? item.seq;
}

function Line({ item, names }: { item: TimelineItem; names: Names }) {
  switch (item.kind) {
    case "agent": return (
      <p className="text-[0.8125rem] leading-snug break-words">
        <span className="mr-1.5 font-semibold">Agent</span>{item.text}
        {item.unheard ? <> <s className="text-muted-foreground" title="The caller did not hear this"><span className="sr-only">not heard: </span>{item.unheard}</s></> : null}
        {item.interrupted ? <span className="ml-1.5 text-xs text-warning-ink">interrupted</span> : null}
        {item.speaking ? <span className="ml-1.5 inline-block size-1.5 animate-pulse rounded-full bg-primary align-middle" role="img" aria-label="is speaking" /> : null}
      </p>
    );
    case "caller": return (
      <p className="text-[0.8125rem] leading-snug break-words">
        <span className="mr-1.5 font-semibold text-primary-ink">You</span>
        {item.keys ? <>pressed <kbd className="tabular rounded border border-border bg-muted px-1.5 font-sans font-medium">{item.text}</kbd></> : item.understood ? item.text : <em className="text-muted-foreground">not understood</em>}
      </p>
    );
    case "silence": return <p className="text-[0.8125rem] text-muted-foreground italic">silence for {item.seconds} s</p>;
    case "decision": return <Decision item={item} names={names} />;
    case "note": return <p className={cn("flex items-center gap-1.5 text-xs", item.tone === "problem" ? "text-warning-ink" : "text-muted-foreground")}>{item.tone === "problem" ? <CircleAlertIcon className="size-3.5" aria-hidden /> : null}{item.text}</p>;
  }
}

/** The variables as they are at that moment; those that were filled in this call first. */
function Variables({ events, until }: { events: readonly CallEvent[]; until: number | null }) {
  const variables = useEditor((state) => state.document.variables);
  const values = useMemo(() => projectCall(until === null ? events : events.filter((event) => event.seq <= until), Object.fromEntries(variables.map((variable) => [variable.name, variable.default]))).variables, [events, until, variables]);
  if (variables.length === 0) return null;
  const rows = variables.map((variable) => ({ name: variable.name, value: valueWords(values[variable.name]) }));
  return (
    <section aria-label="Variables" className="max-h-28 shrink-0 overflow-y-auto border-t border-border px-4 py-3 md:max-h-none md:w-60 md:border-t-0 md:border-l">
      <h3 className="mb-2 text-xs font-semibold text-muted-foreground">Variables</h3>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1.5 text-[0.8125rem] md:grid-cols-1">
        {rows.toSorted((a, b) => Number(a.value === null) - Number(b.value === null)).map(({ name, value }) => (
          <div key={name} className="flex min-w-0 items-baseline justify-between gap-2">
            <dt className="truncate text-muted-foreground">{name}</dt>
            <dd className={cn("min-w-0 truncate", value === null ? "text-xs text-muted-foreground" : "rounded bg-success-soft px-1.5 font-medium text-success-ink")}>{value ?? "–"}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the draft calls nodes and exits now. */
function useNames(): Names {
  const nodes = useEditor((state) => state.document.nodes);
  return useMemo(() => {
    const find = (id: string) => nodes.find((node) => node.id === id);
    return {
      node: (id) => { const node = find(id); return node ? node.name || nodeForm(node.type).label : id; },
      exit: (id, exitId) => {
        const node = find(id);
        const exit = node?.exits.find((candidate) => candidate.id === exitId);
        if (exit) return exit.label || conditionWords(exit.when);
        return node?.global ? conditionWords(node.global.when) : exitId;
      },
    };
  }, [nodes]);
}
