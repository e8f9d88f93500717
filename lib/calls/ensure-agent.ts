import { db } from "@/lib/db";
import type { Call } from "@/lib/db/client/client";
import { GUESSED_END, closeRoomOf, finishCall, type Finish } from "./finish-call";
import { lookIntoRoom, removeParticipant, sendForAgent, type RoomState } from "./livekit";

/** Times in ms. Workers give a sign of life every 2 s, and after an outage of the app within 4 s. */
export const CARE = {
  /** So long after the last sign of life a call is looked at, and between two agents that are sent for. */
  quietMs: 4000,
  /** So long may a job that has taken the call need until its process is up and reports: on a busy machine it is slow. */
  startingMs: 12_000,
  /** An agent that is in the room but gave no sign for so long is dead (its process was killed; LiveKit notices late). */
  deadMs: 7000,
  /** So long may a call stay without a caller: before the first one came, and after the last one left. */
  neverJoinedMs: 90_000,
  emptyMs: 20_000,
  /** Agents that came and died before they did anything useful, and agents that nobody answered for. */
  failedAttempts: 3,
  failedDispatches: 11,
} as const;

const NOBODY_CAME: Finish = { status: "failed", endReason: "never_joined", message: "Nobody joined the call." };
const HUNG_UP: Finish = { status: "ended", endReason: GUESSED_END };
const NO_AGENT: Finish = { status: "failed", endReason: "error", message: "No agent could take the call: all workers are busy or stopped." };
const CRASHED: Finish = { status: "failed", endReason: "error", message: "The agent stopped unexpectedly several times, and the call could not go on." };

export type Care = "nothing" | "send" | "replace" | { finish: Finish };
type Facts = Pick<Call, "startedAt" | "dispatchedAt" | "claimedAt" | "lastWorkerAt" | "callerSeenAt" | "emptySince" | "failedAttempts" | "failedDispatches" | "jobId">;

/**
 * What a call needs, from what is stored and who is in its room. Pure.
 * @param trustSilence false when workers may have been unable to reach us, so that their silence says nothing
 */
export function careFor(call: Facts, room: RoomState, now: number, trustSilence: boolean): Care {
  const since = (time: Date | null) => (time ? now - time.getTime() : Infinity);
  if (room.callers.length === 0) {
    if (!call.callerSeenAt) return since(call.startedAt) > CARE.neverJoinedMs ? { finish: NOBODY_CAME } : "nothing";
    // An agent that lives ends the call itself, and for the right reason.
    if (room.agents.length > 0 && since(call.lastWorkerAt) < CARE.deadMs) return "nothing";
    return call.emptySince && since(call.emptySince) > CARE.emptyMs ? { finish: HUNG_UP } : "nothing";
  }
  if (since(call.dispatchedAt) < CARE.quietMs || since(call.lastWorkerAt) < CARE.quietMs) return "nothing";
  const present = room.agents.length > 0;
  const starting = call.jobId !== null && call.claimedAt !== null && call.lastWorkerAt?.getTime() === call.claimedAt.getTime();
  if (starting && since(call.claimedAt) < CARE.startingMs) return "nothing";
  if (present && !(trustSilence && since(call.lastWorkerAt) > CARE.deadMs && since(call.dispatchedAt) > CARE.deadMs)) return "nothing";
  // The job may still be speaking to the caller while only we cannot hear it: without trust, only an empty chair counts.
  if (call.failedAttempts + (call.jobId ? 1 : 0) > CARE.failedAttempts) return { finish: CRASHED };
  if (call.failedDispatches >= CARE.failedDispatches) return { finish: NO_AGENT };
  return present ? "replace" : "send";
}

/**
 * Looks after one call: sends another agent when it has none, ends it when nobody is there.
 * @returns what was done @throws ParleyError unavailable when the media server is away
 */
export async function ensureAgent(callId: string, options: { trustSilence: boolean }): Promise<"nothing" | "sent" | "finished"> {
  const call = await db().call.findUnique({ where: { id: callId }, omit: { plan: true, path: true, variables: true, transcript: true, turns: true } });
  if (!call || call.status === "ended" || call.status === "failed") return "nothing";
  const room = await lookIntoRoom(call.room);
  await noteWhoIsThere(call, room);
  const care = careFor(call, room, Date.now(), options.trustSilence);
  if (care === "nothing") return "nothing";
  if (typeof care === "object") {
    await db().$transaction((tx) => finishCall(callId, care.finish, tx));
    await closeRoomOf(call);
    return "finished";
  }
  if (!(await takeJobAway(call))) return "nothing";
  if (care === "replace") for (const agent of room.agents) await removeParticipant(call.room, agent);
  await sendForAgent(call.room, { callId, attempt: call.attempt + 1 });
  return "sent";
}

async function noteWhoIsThere(call: Pick<Call, "id" | "callerSeenAt" | "emptySince">, room: RoomState): Promise<void> {
  const here = room.callers.length > 0;
  if (here && (!call.callerSeenAt || call.emptySince)) {
    await db().call.update({ where: { id: call.id }, data: { callerSeenAt: call.callerSeenAt ?? new Date(), emptySince: null } });
  } else if (!here && call.callerSeenAt && !call.emptySince) {
    await db().call.update({ where: { id: call.id }, data: { emptySince: new Date() } });
  }
}

/** Of several watchers that see the same, one wins; a sign of life that comes in between wins over all. */
async function takeJobAway(call: Pick<Call, "id" | "jobId" | "attempt" | "lastWorkerAt" | "dispatchedAt">): Promise<boolean> {
  const { count } = await db().call.updateMany({
    where: { id: call.id, attempt: call.attempt, jobId: call.jobId, lastWorkerAt: call.lastWorkerAt, dispatchedAt: call.dispatchedAt, status: { notIn: ["ended", "failed"] } },
    data: { jobId: null, dispatchedAt: new Date(), failedDispatches: { increment: 1 }, ...(call.jobId ? { failedAttempts: { increment: 1 } } : {}) },
  });
  return count === 1;
}

/** Ids of calls that gave no sign of life for a while, and ended ones whose room is still open. */
export async function callsToCareFor(): Promise<{ quiet: string[]; toClose: { id: string; room: string }[] }> {
  const quietBefore = new Date(Date.now() - CARE.quietMs);
  const quiet = await db().call.findMany({
    where: { status: { in: ["queued", "ringing", "live"] }, channel: { not: "simulation" }, OR: [{ lastWorkerAt: null }, { lastWorkerAt: { lt: quietBefore } }] },
    select: { id: true },
    orderBy: { startedAt: "desc" },
    take: 200,
  });
  const toClose = await db().call.findMany({
    where: { status: { in: ["ended", "failed"] }, roomClosedAt: null, endedAt: { gt: new Date(Date.now() - 10 * 60_000), lt: new Date(Date.now() - 2000) } },
    select: { id: true, room: true },
    take: 50,
  });
  return { quiet: quiet.map((call) => call.id), toClose };
}
