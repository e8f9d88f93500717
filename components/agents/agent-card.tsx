import { PhoneCallIcon } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { AgentCard as AgentCardData } from "@/lib/agents/list-agent-cards";
import { AgentMenu } from "./agent-menu";
import { FlowPicture } from "./flow-picture";

/** An agent in the list: its picture, whether callers reach it, how much it is called. The card is one link; the menu lies on top. */
export function AgentCard({ agent }: { agent: AgentCardData }) {
  return (
    <li className="group relative flex flex-col overflow-hidden rounded-xl border border-border bg-card shadow-card transition-[border-color,box-shadow] focus-within:border-input hover:border-input hover:shadow-float">
      <div className="h-36 border-b border-border bg-canvas p-3"><FlowPicture outline={agent.outline} /></div>
      <div className="flex flex-1 flex-col px-4 pt-3.5 pb-3">
        <div className="flex items-start justify-between gap-2">
          <h2 className="min-w-0 text-[0.9375rem] leading-snug font-semibold">
            <Link href={`/agents/${agent.id}`} className="line-clamp-2 outline-none after:absolute after:inset-0 after:rounded-xl focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-ring">{agent.name}</Link>
          </h2>
          <AgentMenu agent={{ id: agent.id, name: agent.name, latestVersion: agent.latestVersion }} />
        </div>
        <p className="mt-1 text-[0.8125rem] text-muted-foreground">Changed <Time at={agent.updatedAt} format="relative" /></p>
        <div className="mt-3 flex items-center gap-2">
          {agent.latestVersion === null ? <Badge variant="outline">Not published</Badge> : <Badge variant="success">Version {agent.latestVersion} published</Badge>}
          {agent.liveCalls > 0 ? <Badge variant="default"><span className="size-1.5 animate-pulse rounded-full bg-primary" aria-hidden />{agent.liveCalls} live</Badge> : null}
          <Link href={`/calls?agent=${agent.id}`} className="relative ml-auto flex items-center gap-1.5 rounded text-[0.8125rem] text-muted-foreground tabular hover:text-foreground hover:underline">
            <PhoneCallIcon className="size-3.5" aria-hidden />{agent.calls} {agent.calls === 1 ? "call" : "calls"}
          </Link>
        </div>
      </div>
    </li>
  );
}
