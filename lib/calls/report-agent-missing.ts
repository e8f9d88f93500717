import { allow } from "@/lib/db/rate-count";
import { db } from "@/lib/db";
import { ParleyError } from "@/lib/errors";
import { ensureAgent } from "./ensure-agent";
import { roomOfCallerToken } from "./livekit";

/**
 * The caller's page sees no agent. Looks at once instead of at the watcher's next round.
 * @param token the caller's LiveKit token, which proves that it is in this call
 * @throws ParleyError unauthorized, too_many_requests, unavailable
 */
export async function reportAgentMissing(callId: string, token: string): Promise<{ sent: boolean }> {
  const room = await roomOfCallerToken(token);
  const call = room ? await db().call.findUnique({ where: { room }, select: { id: true } }) : null;
  if (call?.id !== callId) throw new ParleyError("unauthorized", "This is not your call.");
  if (!(await allow(`agent-missing:${callId}`, 30, 60))) throw new ParleyError("too_many_requests", "Asked too often. An agent is being looked for.", { retryAfterSeconds: 10 });
  return { sent: (await ensureAgent(callId, { trustSilence: false })) === "sent" };
}
