import { randomUUID } from "node:crypto";
import { db, type Tx } from "@/lib/db";
import { toJson } from "@/lib/db/json";
import { ParleyError } from "@/lib/errors";
import type { Values } from "@/lib/flow/engine/values";
import type { Plan } from "@/lib/flow/plan";
import { initialVariables } from "./initial-variables";
import { callerToken, openRoom, publicLivekitUrl } from "./livekit";

export interface NewWebCall {
  workspaceId: string;
  agentId: string;
  version: number | null;
  plan: Plan;
  timezone: string;
  variables?: Values;
  shareLinkId?: string;
}

/** What any LiveKit client needs to join. */
export interface JoinableCall {
  callId: string;
  serverUrl: string;
  token: string;
}

/** Stores a queued call; the room comes with `connectCall`, after the transaction that this may be part of. */
export async function storeCall(call: NewWebCall, tx: Tx = db()): Promise<{ id: string; room: string }> {
  const id = randomUUID();
  const variables = initialVariables(call.plan, call.variables);
  const room = `call_${id}`;
  await tx.call.create({
    data: {
      id, room, workspaceId: call.workspaceId, agentId: call.agentId, version: call.version, shareLinkId: call.shareLinkId ?? null, channel: "web", plan: toJson(call.plan),
      timezone: call.plan.timezone ?? call.timezone, initialVariables: toJson(variables), variables: toJson(variables), dispatchedAt: new Date(),
    },
  });
  return { id, room };
}

/**
 * Opens the room of a stored call and sends for its agent. When the media server is away the call is marked as failed.
 * @throws ParleyError unavailable
 */
export async function connectCall({ id, room }: { id: string; room: string }, requestHost: string | null): Promise<JoinableCall> {
  try {
    await openRoom(room, { callId: id, attempt: 1 });
    return { callId: id, serverUrl: publicLivekitUrl(requestHost), token: await callerToken(id, room) };
  } catch (error) {
    const message = error instanceof ParleyError ? error.message : "The call could not be set up.";
    await db().call.updateMany({ where: { id, status: "queued" }, data: { status: "failed", endedAt: new Date(), endReason: "error", message } });
    throw error;
  }
}
