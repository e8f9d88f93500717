import { db } from "@/lib/db";
import { toJson } from "@/lib/db/json";
import { requireRole, type Actor } from "@/lib/teams/actor";
import { audit } from "@/lib/teams/audit";
import { agentSummary, type AgentSummary } from "./agent-view";
import { readDocument } from "./read-document";

/** Makes an agent whose draft is this document. @throws ParleyError invalid with `problems` */
export async function createAgent(actor: Actor, document: unknown): Promise<AgentSummary> {
  requireRole(actor, "editor");
  const draft = readDocument(document);
  const row = await db().$transaction(async (tx) => {
    const agent = await tx.agent.create({ data: { workspaceId: actor.workspaceId, name: draft.name, document: toJson(draft), createdById: actor.userId } });
    await audit(tx, actor, "agent.create", agent.id);
    return agent;
  });
  return agentSummary(row);
}
