import { getAgent } from "@/lib/agents/get-agent";
import { listAgents } from "@/lib/agents/list-agents";
import type { AgentDetail } from "@/lib/agents/agent-view";
import { ParleyError } from "@/lib/errors";
import type { Actor } from "@/lib/teams/actor";
import { CliError } from "./cli-error";

/** An agent by its id or its exact name. @throws CliError when there is none, or several of that name */
export async function agentNamed(actor: Actor, given: string): Promise<AgentDetail> {
  try {
    return await getAgent(actor, given);
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code !== "not_found") throw error;
  }
  const { items } = await listAgents(actor, { name: given });
  const [first, second] = items;
  if (!first) throw new CliError(`There is no agent with the id or name "${given}".`);
  if (second) throw new CliError(`There are several agents named "${given}". Give an id: ${items.map((item) => item.id).join(", ")}.`);
  return getAgent(actor, first.id);
}
