import { credentialsFor } from "@/lib/credentials/credentials-for-plan";
import { db } from "@/lib/db";
import { fromJson } from "@/lib/db/json";
import { ParleyError, notFound } from "@/lib/errors";
import type { Values } from "@/lib/flow/engine/values";
import type { Plan } from "@/lib/flow/plan";
import { callToken } from "./call-token";
import { isOver, lockCall } from "./lock-call";
import type { Brief, ClaimRequest } from "./protocol";
import { readEvents } from "./read-events";

/**
 * Gives a call to a job. The same job may claim again; another one may only when the call has no job (it is new, or the
 * watcher found its agent gone), so two agents that were sent by mistake never both speak.
 * @throws ParleyError not_found, call_over, conflict when another job serves it
 */
export async function claimCall({ callId, jobId }: ClaimRequest): Promise<Brief> {
  return db().$transaction(async (tx) => {
    const call = await lockCall(callId, tx);
    if (!call) throw notFound("call");
    if (isOver(call)) throw new ParleyError("call_over", "This call is over.");
    if (call.jobId !== null && call.jobId !== jobId) throw new ParleyError("conflict", "Another agent serves this call.");
    const attempt = call.jobId === jobId ? call.attempt : call.attempt + 1;
    const now = new Date();
    await tx.call.update({ where: { id: callId }, data: { jobId, attempt, claimedAt: now, lastWorkerAt: now } });
    const plan = fromJson<Plan>(call.plan);
    const events = call.nextSeq > 0 ? await readEvents(callId, 0, tx) : [];
    return {
      callId,
      token: callToken(callId, attempt),
      attempt,
      plan,
      context: { callId, channel: call.channel, callerNumber: call.from, agentNumber: call.to, timezone: call.timezone },
      variables: fromJson<Values>(call.initialVariables),
      providers: await credentialsFor(call.workspaceId, plan, tx),
      resume: call.nextSeq > 0 ? { events: events.flatMap((event) => (event.type === "step" ? event.event : [])), nextSeq: call.nextSeq } : null,
    };
  });
}
