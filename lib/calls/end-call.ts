import { db } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { requireRole, type Actor } from "@/lib/teams/actor";
import { audit } from "@/lib/teams/audit";
import { closeRoomOf, finishCall } from "./finish-call";
import { isOver, lockCall } from "./lock-call";

/** Ends a live call for everyone in it; one that is over stays as it is. @throws ParleyError not_found, forbidden */
export async function endCall(actor: Actor, id: string): Promise<void> {
  requireRole(actor, "editor");
  const found = await db().call.findFirst({ where: { id, workspaceId: actor.workspaceId }, select: { id: true, room: true } });
  if (!found) throw notFound("call");
  const ends = await db().$transaction(async (tx) => {
    const call = await lockCall(id, tx);
    if (!call || isOver(call)) return false;
    await tx.call.update({ where: { id }, data: { stopRequestedAt: new Date() } });
    await finishCall(id, { status: "ended", endReason: "ended_by_member" }, tx);
    await audit(tx, actor, "call.end", id);
    return true;
  });
  if (ends) await closeRoomOf(found);
}
