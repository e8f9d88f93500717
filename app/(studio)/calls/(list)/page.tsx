import { PhoneCallIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { CallFilters } from "@/components/calls/call-filters";
import { CallTable } from "@/components/calls/call-table";
import { LiveRefresh } from "@/components/calls/live-refresh";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { listAgents } from "@/lib/agents/list-agents";
import { listCalls } from "@/lib/calls/list-calls";
import { dayStart, one, oneOf, withParameters, type Search } from "../../../search";
import { load, studioMember } from "../../../load";

export const metadata: Metadata = { title: "Calls" };

const PAGE_SIZE = 50;

export default async function CallsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const member = await studioMember("/calls");
  const search = await searchParams;
  const shown = {
    agent: one(search.agent)?.slice(0, 64),
    status: oneOf(search.status, ["queued", "ringing", "live", "ended", "failed"] as const),
    channel: oneOf(search.channel, ["web", "phone_in", "phone_out", "simulation"] as const),
    after: one(search.after),
    before: one(search.before),
  };
  const cursor = one(search.cursor);
  const filtered = Object.values(shown).some(Boolean);
  const [calls, agents] = await Promise.all([
    load(listCalls(member, {
      cursor,
      limit: PAGE_SIZE,
      ...(shown.agent ? { agentId: shown.agent } : {}),
      ...(shown.status ? { status: shown.status } : {}),
      ...(shown.channel ? { channel: shown.channel } : {}),
      startedAfter: dayStart(shown.after),
      // "To" includes that day.
      startedBefore: dayStart(shown.before, 1),
    })),
    load(listAgents(member, { limit: 200 })),
  ]);
  const { items, nextCursor } = calls;
  const running = items.some((call) => call.status === "live" || call.status === "queued" || call.status === "ringing");

  return (
    <Page title="Calls" description="Every conversation, with what was said and why it went the way it did.">
      {filtered || items.length > 0 || cursor ? <CallFilters agents={agents.items.map(({ id, name }) => ({ id, name }))} /> : null}
      {items.length > 0 ? <CallTable calls={items} /> : filtered || cursor ? (
        <EmptyState icon={PhoneCallIcon} title="No calls like that" action={<Button variant="outline" asChild><Link href="/calls">Show all calls</Link></Button>}>Change or clear the filters above.</EmptyState>
      ) : (
        <EmptyState icon={PhoneCallIcon} title="No calls yet" action={<Button asChild><Link href="/agents">To your agents</Link></Button>}>Open an agent and press Talk, or publish it and send somebody its link. The call appears here while it runs.</EmptyState>
      )}
      {cursor || nextCursor ? (
        <nav aria-label="Pages" className="mt-5 flex justify-center gap-2">
          {cursor ? <Button variant="outline" asChild><Link href={withParameters("/calls", shown)}>Newest</Link></Button> : null}
          {nextCursor ? <Button variant="outline" asChild><Link href={withParameters("/calls", { ...shown, cursor: nextCursor })}>Older calls</Link></Button> : null}
        </nav>
      ) : null}
      <LiveRefresh fast={running} enabled={!cursor} />
    </Page>
  );
}
