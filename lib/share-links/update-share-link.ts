import { db } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { requireRole, type Actor } from "@/lib/teams/actor";
import { audit } from "@/lib/teams/audit";
import { columnsOf, requireVersion, type ShareLinkInput } from "./create-share-link";
import { shareLinkView, type ShareLinkView } from "./share-link-view";

async function find(actor: Actor, agentId: string, id: string) {
  const row = await db().shareLink.findFirst({ where: { id, agentId, workspaceId: actor.workspaceId, agent: { deletedAt: null } } });
  if (!row) throw notFound("share link");
  return row;
}

/** Changes what is given; calls that run go on. @throws ParleyError not_found, forbidden, invalid */
export async function updateShareLink(actor: Actor, agentId: string, id: string, input: ShareLinkInput, origin: string): Promise<ShareLinkView> {
  requireRole(actor, "editor");
  await find(actor, agentId, id);
  await requireVersion(actor, agentId, input.version);
  const data = await columnsOf(input);
  const row = await db().$transaction(async (tx) => {
    const changed = await tx.shareLink.update({ where: { id }, data });
    await audit(tx, actor, "share-link.update", id);
    return changed;
  });
  return shareLinkView(row, origin);
}

/** Removes a link for good; its calls stay. @throws ParleyError not_found, forbidden */
export async function deleteShareLink(actor: Actor, agentId: string, id: string): Promise<void> {
  requireRole(actor, "editor");
  await find(actor, agentId, id);
  await db().$transaction(async (tx) => {
    await tx.shareLink.deleteMany({ where: { id, workspaceId: actor.workspaceId } });
    await audit(tx, actor, "share-link.delete", id);
  });
}
