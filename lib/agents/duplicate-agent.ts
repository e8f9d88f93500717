import type { Actor } from "@/lib/teams/actor";
import type { AgentSummary } from "./agent-view";
import { createAgent } from "./create-agent";
import { getAgent } from "./get-agent";

/** A new agent with a copy of the draft, "… (copy)" unless `name` is given; its versions and links stay behind. @throws ParleyError not_found */
export async function duplicateAgent(actor: Actor, id: string, input: { name?: string } = {}): Promise<AgentSummary> {
  const { document } = await getAgent(actor, id);
  return createAgent(actor, { ...document, name: (input.name ?? `${document.name.slice(0, 190)} (copy)`).slice(0, 200) });
}
