import { ThumbsDownIcon, ThumbsUpIcon } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { CallListItem } from "@/lib/calls/list-calls";
import { CallStatusBadge } from "./status-badge";
import { CHANNEL_WORDS, durationWords, endReasonWords, spread } from "./words";

/** Calls as a table; on phones as a list of cards with the same facts. */
export function CallTable({ calls }: { calls: CallListItem[] }) {
  return (
    <>
      <Card className="hidden overflow-hidden md:block">
        <Table label="Calls">
          <TableHeader>
            <TableRow>
              <TableHead>Started</TableHead><TableHead>Agent</TableHead><TableHead>Channel</TableHead><TableHead>Status</TableHead><TableHead>How it ended</TableHead>
              <TableHead className="text-right">Length</TableHead><TableHead className="text-right">Reply time</TableHead><TableHead><span className="sr-only">Feedback</span></TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>{calls.map((call) => <Row key={call.id} call={call} />)}</TableBody>
        </Table>
      </Card>
      <ul className="grid gap-2.5 md:hidden">{calls.map((call) => <Item key={call.id} call={call} />)}</ul>
    </>
  );
}

function Row({ call }: { call: CallListItem }) {
  return (
    <TableRow className="relative hover:bg-accent/60 has-focus-visible:bg-accent/60">
      <TableCell className="whitespace-nowrap">
        <Link href={`/calls/${call.id}`} className="font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"><Time at={call.startedAt} format="seconds" /></Link>
      </TableCell>
      <TableCell className="max-w-56"><span className="block truncate">{call.agentName}</span><span className="text-xs text-muted-foreground">{versionWords(call.version)}</span></TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground">{CHANNEL_WORDS[call.channel]}</TableCell>
      <TableCell><CallStatusBadge status={call.status} /></TableCell>
      <TableCell className="max-w-60 truncate text-muted-foreground">{howItEnded(call)}</TableCell>
      <TableCell className="text-right whitespace-nowrap text-muted-foreground tabular">{lengthOf(call)}</TableCell>
      <TableCell className="text-right whitespace-nowrap text-muted-foreground tabular">{replyTime(call)}</TableCell>
      <TableCell className="w-10"><Thumb feedback={call.feedback} /></TableCell>
    </TableRow>
  );
}

function Item({ call }: { call: CallListItem }) {
  const facts = [CHANNEL_WORDS[call.channel], lengthOf(call), howItEnded(call)].filter(Boolean);
  return (
    <li className="relative rounded-xl border border-border bg-card p-4 shadow-card">
      <div className="flex items-start justify-between gap-3">
        <Link href={`/calls/${call.id}`} className="min-w-0 font-medium outline-none after:absolute after:inset-0 after:rounded-xl focus-visible:after:outline-2 focus-visible:after:outline-ring"><span className="line-clamp-2">{call.agentName}</span></Link>
        <CallStatusBadge status={call.status} />
      </div>
      <p className="mt-1 text-sm text-muted-foreground"><Time at={call.startedAt} /></p>
      <p className="mt-1 flex items-center gap-2 text-sm text-muted-foreground">{facts.join(" · ")}<Thumb feedback={call.feedback} /></p>
    </li>
  );
}

export function versionWords(version: number | "draft"): string {
  return version === "draft" ? "Draft" : `Version ${version}`;
}

function howItEnded(call: CallListItem): string {
  return call.outcome ?? (call.status === "failed" && call.message ? call.message : endReasonWords(call.endReason));
}

function lengthOf(call: CallListItem): string {
  return call.answeredAt && call.endedAt ? durationWords(Date.parse(call.endedAt) - Date.parse(call.answeredAt)) : "";
}

function replyTime(call: CallListItem): string {
  const times = spread(call.turns.map((turn) => turn.latencyMs));
  return times ? `${Math.round(times.p50)} ms` : "";
}

function Thumb({ feedback }: { feedback: string | null }) {
  if (feedback === "up") return <ThumbsUpIcon role="img" aria-label="The caller was content" className="size-4 text-success-ink" />;
  if (feedback === "down") return <ThumbsDownIcon role="img" aria-label="The caller was not content" className="size-4 text-destructive-ink" />;
  return null;
}
