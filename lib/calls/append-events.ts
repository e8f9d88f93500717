import { db, type Tx } from "@/lib/db";
import { fromJson, toJson } from "@/lib/db/json";
import { ParleyError, notFound } from "@/lib/errors";
import type { Values } from "@/lib/flow/engine/values";
import { attemptOfToken } from "./call-token";
import { GUESSED_END } from "./finish-call";
import { closeRoom } from "./livekit";
import { isOver, lockCall, notifyWatchers, type CallState } from "./lock-call";
import { projectCall } from "./project-call";
import type { CallEvent, EventReceipt } from "./protocol";
import { readEvents } from "./read-events";

/** A live call's stored projection may be so many events behind; readers that must be exact fold the events. */
const PROJECT_EVERY = 40;
/** Events that show that an agent really works on the call, not only that it started. */
const SIGNS_OF_WORK = new Set<CallEvent["type"]>(["heard", "pressedKeys", "spoken", "turn"]);

/**
 * Stores a batch of a worker: each number once and without gaps. A batch may come again, overlap, or (after a restart of the
 * app) come late. The receipt says which number is wanted next; an empty batch is a sign of life.
 * @throws ParleyError unauthorized, not_found
 */
export async function appendEvents(callId: string, token: string, batch: CallEvent[]): Promise<EventReceipt> {
  const attempt = attemptOfToken(token, callId);
  if (attempt === null) throw new ParleyError("unauthorized", "The token is not valid for this call.");
  const { receipt, closes } = await db().$transaction(async (tx) => {
    const call = await lockCall(callId, tx);
    if (!call) throw notFound("call");
    // The old agent may write until its successor has claimed: what it left on disk is delivered just before that.
    if (attempt !== call.attempt) return { receipt: { nextSeq: call.nextSeq, stop: "taken_over" } as EventReceipt, closes: null };
    const fresh = contiguous(batch, call.nextSeq);
    const nextSeq = call.nextSeq + fresh.length;
    if (fresh.length > 0) await store(call, fresh, nextSeq, tx);
    else await tx.call.update({ where: { id: callId }, data: { lastWorkerAt: new Date() } });
    const ended = fresh.some((event) => event.type === "ended");
    const stop = isOver(call) || ended || call.stopRequestedAt ? "ended" : null;
    return { receipt: { nextSeq, stop } as EventReceipt, closes: ended ? call.room : null };
  });
  // After the commit; should it fail, the watcher closes the room.
  if (closes) await closeRoom(closes).then(() => db().call.updateMany({ where: { id: callId }, data: { roomClosedAt: new Date() } }), () => {});
  return receipt;
}

/** The part of a batch that follows what is stored: known numbers are skipped, and nothing after a gap or after the end is taken. */
function contiguous(batch: CallEvent[], nextSeq: number): CallEvent[] {
  const fresh: CallEvent[] = [];
  for (const event of [...batch].sort((a, b) => a.seq - b.seq)) {
    if (event.seq === nextSeq + fresh.length) fresh.push(event);
    if (fresh.at(-1)?.type === "ended") break;
  }
  return fresh;
}

async function store(call: CallState, events: CallEvent[], nextSeq: number, tx: Tx): Promise<void> {
  await tx.callEvent.createMany({
    data: events.map((event) => ({ callId: call.id, workspaceId: call.workspaceId, seq: event.seq, at: new Date(event.at), type: event.type, data: toJson(event) })),
  });
  const joined = events.find((event) => event.type === "callerJoined");
  const ended = events.find((event) => event.type === "ended");
  const crossed = Math.floor(nextSeq / PROJECT_EVERY) > Math.floor(call.nextSeq / PROJECT_EVERY);
  await tx.call.update({
    where: { id: call.id },
    data: {
      nextSeq,
      lastWorkerAt: new Date(),
      ...(events.some((event) => SIGNS_OF_WORK.has(event.type)) ? { failedDispatches: 0, failedAttempts: 0 } : {}),
      ...(joined ? { answeredAt: call.answeredAt ?? new Date(joined.at), callerSeenAt: new Date(joined.at), status: isOver(call) ? call.status : "live" } : {}),
      ...(ended ? endOf(call, ended) : {}),
      ...(ended || joined || crossed ? await projection(call, tx) : {}),
    },
  });
  await notifyWatchers(call.id, tx);
}

/**
 * The worker knows best how a call ended, also when the app had to guess because the worker could not reach it. What the app
 * decided itself (a member ended it, no agent could be had) stays: the worker only sees that the room was closed.
 */
function endOf(call: CallState, event: Extract<CallEvent, { type: "ended" }>) {
  if (isOver(call) && call.endReason !== GUESSED_END) return { outcome: call.outcome ?? event.outcome ?? null };
  return {
    status: event.reason === "error" ? ("failed" as const) : ("ended" as const),
    endedAt: new Date(event.at),
    endReason: event.reason,
    outcome: event.outcome ?? null,
    message: event.message ?? null,
  };
}

async function projection(call: CallState, tx: Tx) {
  const { path, variables, transcript, turns } = projectCall(await readEvents(call.id, 0, tx), fromJson<Values>(call.initialVariables));
  return { path: toJson(path), variables: toJson(variables), transcript: toJson(transcript), turns: toJson(turns) };
}
