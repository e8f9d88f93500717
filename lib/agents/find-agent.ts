import { db, type Tx } from "@/lib/db";
import type { Agent } from "@/lib/db/client/client";
import { notFound } from "@/lib/errors";
import type { Actor } from "@/lib/teams/actor";

/** The agent's row when it is the actor's workspace's and not deleted. @throws ParleyError not_found */
export async function findAgent(actor: Pick<Actor, "workspaceId">, id: string, tx: Tx = db()): Promise<Agent> {
  const row = await tx.agent.findFirst({ where: { id, workspaceId: actor.workspaceId, deletedAt: null } });
  if (!row) throw notFound("agent");
  return row;
}

/** As `findAgent`, but others that change the agent wait until this transaction ends. */
export async function lockAgent(actor: Pick<Actor, "workspaceId">, id: string, tx: Tx): Promise<Agent> {
  await tx.$queryRaw`SELECT 1 FROM "Agent" WHERE "id" = ${id} AND "workspaceId" = ${actor.workspaceId} FOR UPDATE`;
  return findAgent(actor, id, tx);
}
