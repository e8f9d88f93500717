import { planOf, type VersionChoice } from "@/lib/agents/get-version";
import { db } from "@/lib/db";
import type { Values } from "@/lib/flow/engine/values";
import { requireRole, type Actor } from "@/lib/teams/actor";
import { connectCall, storeCall, type JoinableCall } from "./create-call";

export interface StartWebCall {
  agentId: string;
  /** "latest" when absent; "draft" is the editor's Talk. */
  version?: VersionChoice;
  variables?: Values;
  /** The request's Host header, for the address that a browser elsewhere can reach. */
  requestHost?: string | null;
}

/** Makes a call that a browser or any LiveKit client joins. @throws ParleyError not_found, agent_not_published, flow_has_errors, invalid, unavailable */
export async function startWebCall(actor: Actor, input: StartWebCall): Promise<JoinableCall> {
  requireRole(actor, "viewer");
  const { plan, version } = await planOf(actor, input.agentId, input.version ?? "latest");
  const { timezone } = await db().workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { timezone: true } });
  const stored = await storeCall({ workspaceId: actor.workspaceId, agentId: input.agentId, version, plan, timezone, variables: input.variables });
  return connectCall(stored, input.requestHost ?? null);
}
