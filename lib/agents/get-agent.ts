import type { Actor } from "@/lib/teams/actor";
import { agentDetail, type AgentDetail } from "./agent-view";
import { findAgent } from "./find-agent";

/** The agent with its draft. @throws ParleyError not_found */
export async function getAgent(actor: Actor, id: string): Promise<AgentDetail> {
  return agentDetail(await findAgent(actor, id));
}
