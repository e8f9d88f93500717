"use client";

import { ArrowRightIcon, CheckIcon, ChevronRightIcon, CornerDownRightIcon, MinusIcon } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { Trace } from "@/lib/flow/engine/types";
import type { Names } from "./names";
import type { TimelineItem } from "./timeline";
import { TurnTime } from "./turn-time";
import { eventWords, valueWords } from "./words";

type DecisionItem = Extract<TimelineItem, { kind: "decision" }>;

/** Why the call went where it went: one line, and on demand every exit that was looked at, with the evidence. */
export function Decision({ item, names }: { item: DecisionItem; names: Names }) {
  const last = item.traces.at(-1)!;
  const moved = item.traces.flatMap((trace) => trace.entered);
  const winner = item.traces.flatMap((trace) => trace.considered).find((exit) => exit.held);
  const details = item.traces.some((trace) => trace.considered.length > 0 || trace.changed.length > 0 || trace.notes.length > 0);
  const line = (
    <>
      {moved.length > 0 ? <ArrowRightIcon className="size-3.5 shrink-0 text-primary-ink" aria-hidden /> : <CornerDownRightIcon className="size-3.5 shrink-0" aria-hidden />}
      <span className="min-w-0">
        {moved.length > 0 ? <>went to <span className="font-medium text-foreground">{moved.map(names.node).join(" → ")}</span></> : <>stayed at <span className="font-medium text-foreground">{names.node(last.node)}</span></>}
        {winner ? <span className="text-muted-foreground">: {winner.evidence}</span> : null}
      </span>
    </>
  );
  const head = "flex w-full items-center gap-2 py-0.5 text-left text-[0.8125rem] leading-snug text-muted-foreground";
  return (
    <div className="rounded-lg border border-dashed border-border px-3 py-1.5">
      {details ? (
        <details className="group">
          <summary className={cn(head, "list-none rounded hover:text-foreground [&::-webkit-details-marker]:hidden")}>
            {line}
            {item.turn ? <TurnMs ms={item.turn.latencyMs} /> : null}
            <ChevronRightIcon className={cn("size-3.5 shrink-0 transition-transform group-open:rotate-90", !item.turn && "ml-auto")} aria-hidden />
            <span className="sr-only">Why</span>
          </summary>
          <div className="mt-2 grid gap-3 border-t border-border pt-3 pb-1.5">
            {item.traces.map((trace, index) => <TraceDetails key={index} trace={trace} names={names} heading={item.traces.length > 1} />)}
            {item.turn ? <TurnTime turn={item.turn} /> : null}
          </div>
        </details>
      ) : (
        <p className={head}>{line}{item.turn ? <TurnMs ms={item.turn.latencyMs} /> : null}</p>
      )}
    </div>
  );
}

function TurnMs({ ms }: { ms: number }) {
  return <span className="ml-auto shrink-0 pl-2 text-xs whitespace-nowrap tabular" title="From the caller's last sound to the agent's first">{Math.round(ms)} ms</span>;
}

function TraceDetails({ trace, names, heading }: { trace: Trace; names: Names; heading: boolean }) {
  return (
    <div className="grid gap-2">
      {heading ? <p className="text-xs font-medium text-muted-foreground">{eventWords(trace.event)}</p> : null}
      {trace.considered.length > 0 ? (
        <ul className="grid gap-1.5">
          {trace.considered.map((exit, index) => {
            const taken = trace.taken?.node === exit.node && trace.taken.exit === exit.exit;
            return (
              <li key={index} className={cn("flex gap-2 text-[0.8125rem] leading-snug", taken || exit.held ? "text-foreground" : "text-muted-foreground")}>
                {exit.held ? <CheckIcon className="mt-0.5 size-3.5 shrink-0 text-success-ink" aria-label="held" /> : <MinusIcon className="mt-0.5 size-3.5 shrink-0" aria-label="did not hold" />}
                <span className="min-w-0">
                  <span className={cn(taken && "font-medium")}>{exit.node === trace.node ? "" : `${names.node(exit.node)}: `}{names.exit(exit.node, exit.exit)}</span>
                  {taken ? <span className="ml-1.5 rounded bg-success-soft px-1.5 py-px text-[0.6875rem] font-medium text-success-ink">taken</span> : null}
                  {exit.evidence ? <span className="block text-muted-foreground">{exit.evidence}</span> : null}
                </span>
              </li>
            );
          })}
        </ul>
      ) : null}
      {trace.changed.length > 0 ? (
        <ul className="grid gap-1">
          {trace.changed.map((change, index) => (
            <li key={index} className="text-[0.8125rem] leading-snug">
              <code className="rounded bg-secondary px-1 py-px text-xs">{change.variable}</code> became <span className="font-medium">{valueWords(change.to) ?? "empty"}</span>
              {change.why ? <span className="text-muted-foreground"> – {change.why}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {trace.notes.map((note, index) => <p key={index} className="text-[0.8125rem] leading-snug text-muted-foreground">{note}</p>)}
    </div>
  );
}
