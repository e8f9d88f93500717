import { db } from "@/lib/db";
import { olderThan, pageSize, readCursor, toPage, type Page, type PageRequest } from "@/lib/db/page";
import type { Actor } from "@/lib/teams/actor";
import { agentSummary, type AgentSummary } from "./agent-view";

/** The workspace's agents, newest first. `search`: part of the name. */
export async function listAgents(actor: Actor, request: PageRequest & { search?: string; name?: string } = {}): Promise<Page<AgentSummary>> {
  const size = pageSize(request);
  const rows = await db().agent.findMany({
    where: {
      workspaceId: actor.workspaceId,
      deletedAt: null,
      ...(request.name === undefined ? {} : { name: request.name }),
      ...(request.search ? { AND: { name: { contains: request.search, mode: "insensitive" as const } } } : {}),
      ...olderThan("createdAt", readCursor(request.cursor)),
    },
    omit: { document: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: size + 1,
  });
  return toPage(rows, size, (row) => row.createdAt, agentSummary);
}
