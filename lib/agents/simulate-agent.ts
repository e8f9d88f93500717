import { initialVariables } from "@/lib/calls/initial-variables";
import { db } from "@/lib/db";
import { ParleyError } from "@/lib/errors";
import { ModelRepliesRunOut, simulate, type SimulatedTurn, type Simulation } from "@/lib/flow";
import type { Values } from "@/lib/flow/engine/values";
import type { Actor } from "@/lib/teams/actor";
import { planOf, type VersionChoice } from "./get-version";

export interface SimulateInput {
  /** "draft" when absent. */
  version?: VersionChoice;
  turns: SimulatedTurn[];
  variables?: Values;
  toolResults?: Record<string, { success: boolean; result: unknown }[]>;
  /** Raw replies of the language model in order, one for each call of it. */
  model?: string[];
  /** When the call begins, ISO 8601; now when absent. */
  now?: string;
  timezone?: string;
}

/**
 * Runs a call in text on the engine that phone calls run on. A draft with errors may be tried, too: that is how one finds them.
 * @throws ParleyError model_replies_ran_out, not_found, agent_not_published, invalid
 */
export async function simulateAgent(actor: Actor, agentId: string, input: SimulateInput): Promise<Simulation> {
  const { plan } = await planOf(actor, agentId, input.version ?? "draft", { tolerant: true });
  initialVariables(plan, input.variables);
  const { timezone } = await db().workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { timezone: true } });
  const { turns, variables, toolResults, model } = input;
  try {
    return simulate(plan, { turns, variables, toolResults, model, now: input.now ?? new Date().toISOString(), timezone: input.timezone ?? plan.timezone ?? timezone });
  } catch (error) {
    if (error instanceof ModelRepliesRunOut) throw new ParleyError("model_replies_ran_out", `${error.message} Give one reply in "model" for each time that the model is asked.`);
    throw error;
  }
}
