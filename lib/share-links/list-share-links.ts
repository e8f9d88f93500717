import { findAgent } from "@/lib/agents/find-agent";
import { db } from "@/lib/db";
import { olderThan, pageSize, readCursor, toPage, type Page, type PageRequest } from "@/lib/db/page";
import type { Actor } from "@/lib/teams/actor";
import { shareLinkView, type ShareLinkView } from "./share-link-view";

/** An agent's links, newest first. @throws ParleyError not_found */
export async function listShareLinks(actor: Actor, agentId: string, origin: string, request: PageRequest = {}): Promise<Page<ShareLinkView>> {
  await findAgent(actor, agentId);
  const size = pageSize(request);
  const rows = await db().shareLink.findMany({
    where: { agentId, workspaceId: actor.workspaceId, ...olderThan("createdAt", readCursor(request.cursor)) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: size + 1,
  });
  return toPage(rows, size, (row) => row.createdAt, (row) => shareLinkView(row, origin));
}
