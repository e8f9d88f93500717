import { BotMessageSquareIcon, PlusIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { AgentCard } from "@/components/agents/agent-card";
import { SearchBox } from "@/components/agents/search-box";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { listAgentCards } from "@/lib/agents/list-agent-cards";
import { load, studioMember } from "../../../load";
import { one, withParameters, type Search } from "../../../search";
import { StartingPoints } from "../starting-points";

export const metadata: Metadata = { title: "Agents" };

const PAGE_SIZE = 24;

export default async function AgentsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const member = await studioMember("/agents");
  const search = await searchParams;
  const q = one(search.q)?.slice(0, 200);
  const cursor = one(search.cursor);
  const { items, nextCursor } = await load(listAgentCards(member, { search: q, cursor, limit: PAGE_SIZE }));

  if (items.length === 0 && !q && !cursor) {
    return (
      <Page title="Pick a starting point" description="Each of these works at once, with no key and no account anywhere. Change it as you like.">
        <StartingPoints />
      </Page>
    );
  }
  return (
    <Page
      title="Agents"
      actions={
        <>
          <SearchBox label="Search agents" />
          <Button asChild><Link href="/agents/new"><PlusIcon />New agent</Link></Button>
        </>
      }
    >
      {items.length === 0 ? (
        <EmptyState icon={BotMessageSquareIcon} title={q ? `No agent is called “${q}”` : "No more agents"} action={<Button variant="outline" asChild><Link href="/agents">Show all agents</Link></Button>}>
          {q ? "Names are searched, upper and lower case alike." : null}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{items.map((agent) => <AgentCard key={agent.id} agent={agent} />)}</ul>
      )}
      {cursor || nextCursor ? (
        <nav aria-label="Pages" className="mt-6 flex justify-center gap-2">
          {cursor ? <Button variant="outline" asChild><Link href={withParameters("/agents", { q })}>Newest</Link></Button> : null}
          {nextCursor ? <Button variant="outline" asChild><Link href={withParameters("/agents", { q, cursor: nextCursor })}>Older agents</Link></Button> : null}
        </nav>
      ) : null}
    </Page>
  );
}
