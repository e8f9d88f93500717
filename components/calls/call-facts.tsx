import { ThumbsDownIcon, ThumbsUpIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import type { CallDetail } from "@/lib/calls/call-view";
import type { CallProjection } from "@/lib/calls/project-call";
import type { Plan } from "@/lib/flow/plan";
import { versionWords } from "./call-table";
import { CHANNEL_WORDS, durationWords, endReasonWords, spread, valueWords } from "./words";

/** Who, when, how long, how it ended. */
export function CallFacts({ call, now }: { call: CallDetail; now: CallProjection }) {
  const answered = now.answeredAt ?? call.answeredAt;
  const ended = now.endedAt ?? call.endedAt;
  const reason = now.endReason ?? call.endReason;
  const times = spread(now.turns.map((turn) => turn.latencyMs));
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2.5 text-sm">
      <Fact term="Agent"><Link href={`/agents/${call.agentId}`} className="rounded text-primary-ink underline-offset-4 hover:underline">{call.agentName}</Link><span className="text-muted-foreground"> · {versionWords(call.version)}</span></Fact>
      <Fact term="Started"><Time at={call.startedAt} format="seconds" /></Fact>
      <Fact term="Channel">{CHANNEL_WORDS[call.channel]}</Fact>
      {call.from ? <Fact term="From">{call.from}</Fact> : null}
      {call.to ? <Fact term="To">{call.to}</Fact> : null}
      {answered && ended ? <Fact term="Length">{durationWords(Date.parse(ended) - Date.parse(answered))}</Fact> : null}
      {reason ? <Fact term="Ended">{endReasonWords(reason)}</Fact> : null}
      {call.message && call.status === "failed" ? <Fact term="Problem"><span className="text-destructive-ink">{call.message}</span></Fact> : null}
      {now.outcome ?? call.outcome ? <Fact term="Outcome">{now.outcome ?? call.outcome}</Fact> : null}
      {times ? <Fact term="Reply time"><span className="tabular">{Math.round(times.p50)} ms</span><span className="text-muted-foreground"> in the middle, slowest {Math.round(Math.max(...now.turns.map((turn) => turn.latencyMs)))} ms</span></Fact> : null}
      {call.feedback ? (
        <Fact term="Feedback">{call.feedback === "up" ? <span className="inline-flex items-center gap-1.5 text-success-ink"><ThumbsUpIcon className="size-4" aria-hidden />Good</span> : <span className="inline-flex items-center gap-1.5 text-destructive-ink"><ThumbsDownIcon className="size-4" aria-hidden />Not good</span>}</Fact>
      ) : null}
      {now.resumed > 0 ? <Fact term="Taken over">{now.resumed === 1 ? "once" : `${now.resumed} times`}</Fact> : null}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

/** The variables of the flow, filled ones first. */
export function CallVariables({ now, plan }: { now: CallProjection; plan: Plan }) {
  const names = [...new Set([...plan.variables.map((variable) => variable.name), ...Object.keys(now.variables)])];
  if (names.length === 0) return <p className="text-sm text-muted-foreground">This agent remembers nothing.</p>;
  const rows = names.map((name) => ({ name, value: valueWords(now.variables[name]) })).sort((a, b) => Number(a.value === null) - Number(b.value === null));
  return (
    <dl className="grid gap-2 text-sm">
      {rows.map(({ name, value }) => (
        <div key={name} className="flex items-baseline justify-between gap-4">
          <dt className="truncate font-mono text-xs text-muted-foreground">{name}</dt>
          <dd className={value === null ? "text-xs text-muted-foreground" : "min-w-0 text-right font-medium break-words"}>{value ?? "not given"}</dd>
        </div>
      ))}
    </dl>
  );
}
