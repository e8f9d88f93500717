import { db } from "@/lib/db";
import { fromJson } from "@/lib/db/json";
import type { Page, PageRequest } from "@/lib/db/page";
import type { FlowDocument } from "@/lib/flow/document/schema";
import type { Actor } from "@/lib/teams/actor";
import type { AgentSummary } from "./agent-view";
import { flowOutline, type FlowOutline } from "./flow-outline";
import { listAgents } from "./list-agents";

/** An agent as the list page shows it. */
export interface AgentCard extends AgentSummary {
  /** The draft's picture. */
  outline: FlowOutline;
  /** All calls that were ever made, and those that run now. */
  calls: number;
  liveCalls: number;
}

/** Agents with their pictures and numbers of calls, newest first. */
export async function listAgentCards(actor: Actor, request: PageRequest & { search?: string }): Promise<Page<AgentCard>> {
  const page = await listAgents(actor, request);
  const ids = page.items.map((agent) => agent.id);
  const [drafts, counts] = await Promise.all([
    db().agent.findMany({ where: { id: { in: ids }, workspaceId: actor.workspaceId }, select: { id: true, document: true } }),
    db().call.groupBy({ by: ["agentId", "status"], where: { agentId: { in: ids }, workspaceId: actor.workspaceId }, _count: true }),
  ]);
  const outlines = new Map(drafts.map(({ id, document }) => [id, flowOutline(fromJson<FlowDocument>(document))]));
  const sum = (agentId: string, status?: string) =>
    counts.filter((row) => row.agentId === agentId && (status === undefined || row.status === status)).reduce((total, row) => total + row._count, 0);
  return {
    ...page,
    items: page.items.map((agent) => ({ ...agent, outline: outlines.get(agent.id) ?? { nodes: [], edges: [] }, calls: sum(agent.id), liveCalls: sum(agent.id, "live") })),
  };
}
