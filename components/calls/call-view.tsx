"use client";

import { PhoneOffIcon } from "lucide-react";
import { useMemo, useState, type ReactNode } from "react";
import { FlowPicture } from "@/components/agents/flow-picture";
import { api, messageOf } from "@/components/shell/api";
import { Button } from "@/components/ui/button";
import { Card, CardContent } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { toast } from "@/components/ui/toast";
import { flowOutline } from "@/lib/agents/flow-outline";
import type { CallDetail } from "@/lib/calls/call-view";
import { projectCall } from "@/lib/calls/project-call";
import type { CallEvent } from "@/lib/calls/protocol";
import type { Values } from "@/lib/flow/engine/values";
import type { Plan } from "@/lib/flow/plan";
import { nodeColour } from "@/components/agents/node-colour";
import { CallFacts, CallVariables } from "./call-facts";
import { CallTimeline } from "./call-timeline";
import { namesOf } from "./names";
import { CallStatusBadge } from "./status-badge";
import { timelineOf } from "./timeline";
import { useCallEvents } from "./use-call-events";

/** A call: the conversation with its decisions at the left, what is known of it at the right. Follows along while the call runs. */
export function CallView({ call, plan, events: initial }: { call: CallDetail; plan: Plan; events: CallEvent[] }) {
  const { events, status, away } = useCallEvents(call.id, initial, call.status);
  const names = useMemo(() => namesOf(plan), [plan]);
  const items = useMemo(() => timelineOf(events), [events]);
  const now = useMemo(() => projectCall(events, defaultsOf(plan)), [events, plan]);
  const outline = useMemo(() => flowOutline({ start: plan.start, nodes: Object.values(plan.nodes) }), [plan]);
  const visited = useMemo(() => new Set(now.path), [now.path]);
  const live = status === "live" || status === "queued" || status === "ringing";

  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <Card>
        <div className="flex min-h-14 flex-wrap items-center gap-3 border-b border-border px-5 py-2.5">
          <h2 className="text-[0.9375rem] font-semibold">Conversation</h2>
          <CallStatusBadge status={status} />
          {live && now.node ? <span className="text-sm text-muted-foreground">at {names.node(now.node)}</span> : null}
          {away ? <span role="status" className="text-sm text-warning-ink">Connection lost. Trying again…</span> : null}
          {live ? <EndButton callId={call.id} /> : null}
        </div>
        <CardContent className="py-5 sm:pr-6 sm:pl-3">
          {items.length > 0 ? <CallTimeline items={items} names={names} startedAt={now.answeredAt ?? call.answeredAt ?? call.startedAt} /> : <p className="py-8 text-center text-sm text-muted-foreground">{live ? "Waiting for the first words…" : "Nothing was said in this call."}</p>}
        </CardContent>
      </Card>
      <div className="grid gap-5">
        <Section title="About this call"><CallFacts call={{ ...call, status }} now={now} /></Section>
        <Section title="Variables"><CallVariables now={now} plan={plan} /></Section>
        <Section title="Path" flush>
          <div className="h-40 border-b border-border bg-canvas p-3"><FlowPicture outline={outline} visited={visited} label={`The flow; the call went through ${[...visited].map(names.node).join(", ") || "nothing yet"}`} /></div>
          <Path path={now.path} plan={plan} name={names.node} />
        </Section>
      </div>
    </div>
  );
}

function Section({ title, flush = false, children }: { title: string; flush?: boolean; children: ReactNode }) {
  return (
    <Card className="overflow-hidden">
      <h2 className="px-5 pt-4 pb-3 text-[0.9375rem] font-semibold">{title}</h2>
      <div className={cn(!flush && "px-5 pb-5")}>{children}</div>
    </Card>
  );
}

function Path({ path, plan, name }: { path: string[]; plan: Plan; name: (id: string) => string }) {
  if (path.length === 0) return <p className="px-5 py-4 text-sm text-muted-foreground">The call has not entered the flow yet.</p>;
  return (
    <ol className="flex flex-wrap items-center gap-x-1 gap-y-1.5 px-5 py-4 text-[0.8125rem]">
      {path.map((id, index) => {
        const colour = nodeColour(plan.nodes[id]?.type ?? "");
        return (
          <li key={index} className="flex items-center gap-1">
            {index > 0 ? <span aria-hidden className="text-muted-foreground">→</span> : null}
            <span className={cn("rounded-md border px-1.5 py-0.5", colour.card, colour.ink)}>{name(id)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function EndButton({ callId }: { callId: string }) {
  const [busy, setBusy] = useState(false);
  async function end() {
    setBusy(true);
    try {
      await api(`/calls/${callId}/end`, { method: "POST" });
    } catch (error) {
      toast.error(messageOf(error));
      setBusy(false);
    }
  }
  return <Button variant="outline" size="sm" className="ml-auto" disabled={busy} onClick={() => void end()}><PhoneOffIcon />{busy ? "Ending…" : "End the call"}</Button>;
}

function defaultsOf(plan: Plan): Values {
  return Object.fromEntries(plan.variables.map((variable) => [variable.name, variable.default]));
}
