import { db } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { requireRole, type Actor } from "@/lib/teams/actor";
import { audit } from "@/lib/teams/audit";
import { agentSummary, type AgentSummary } from "./agent-view";
import { findAgent } from "./find-agent";

/** Puts the agent away: lists, links and the API no longer find it, its calls stay. `restoreAgent` undoes it. @throws ParleyError not_found */
export async function deleteAgent(actor: Actor, id: string): Promise<void> {
  requireRole(actor, "editor");
  await setDeleted(actor, id, true);
}

/** Brings a deleted agent back as it was. @throws ParleyError not_found */
export async function restoreAgent(actor: Actor, id: string): Promise<AgentSummary> {
  requireRole(actor, "editor");
  await setDeleted(actor, id, false);
  return agentSummary(await findAgent(actor, id));
}

async function setDeleted(actor: Actor, id: string, deleted: boolean): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.agent.updateMany({
      where: { id, workspaceId: actor.workspaceId, deletedAt: deleted ? null : { not: null } },
      data: { deletedAt: deleted ? new Date() : null },
    });
    if (count === 0) throw notFound("agent");
    await audit(tx, actor, deleted ? "agent.delete" : "agent.restore", id);
  });
}
