import { db } from "@/lib/db";
import { toJson } from "@/lib/db/json";
import { ParleyError } from "@/lib/errors";
import { requireRole, type Actor } from "@/lib/teams/actor";
import { agentSummary, type AgentSummary } from "./agent-view";
import { findAgent } from "./find-agent";
import { readDocument } from "./read-document";

/**
 * Saves the draft when nobody saved since `revision`.
 * @throws ParleyError revision_conflict with the stored `revision`, invalid with `problems`, not_found
 */
export async function saveDraft(actor: Actor, id: string, input: { document: unknown; revision: number }): Promise<AgentSummary> {
  requireRole(actor, "editor");
  const draft = readDocument(input.document);
  // One statement, so that of two saves from the same revision exactly one wins.
  const { count } = await db().agent.updateMany({
    where: { id, workspaceId: actor.workspaceId, deletedAt: null, revision: input.revision },
    data: { document: toJson(draft), name: draft.name, revision: { increment: 1 }, updatedAt: new Date() },
  });
  const row = await findAgent(actor, id);
  if (count === 0) {
    throw new ParleyError("revision_conflict", `This agent was saved by someone else (revision ${row.revision}, you started from ${input.revision}). Load it again, or decide what to keep.`, { revision: row.revision });
  }
  return { ...agentSummary(row), revision: input.revision + 1 };
}
