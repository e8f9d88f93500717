import { db, type Tx } from "@/lib/db";
import { fromJson, toJson } from "@/lib/db/json";
import type { Values } from "@/lib/flow/engine/values";
import { closeRoom } from "./livekit";
import { isOver, lockCall, notifyWatchers } from "./lock-call";
import { projectCall } from "./project-call";
import { readEvents } from "./read-events";

/** The one end that is a guess: nobody is left, and the worker did not say why. */
export const GUESSED_END = "caller_hung_up";

export interface Finish {
  status: "ended" | "failed";
  endReason: string;
  message?: string;
}

/**
 * Ends a call on the app's side, because a member asked or because its worker cannot. No event is added: should the worker
 * still deliver what it has on disk, its numbers fit, and its own reason replaces a guessed one.
 */
export async function finishCall(id: string, finish: Finish, tx: Tx): Promise<void> {
  const call = await lockCall(id, tx);
  if (!call || isOver(call)) return;
  const { path, variables, transcript, turns } = projectCall(await readEvents(id, 0, tx), fromJson<Values>(call.initialVariables));
  await tx.call.update({
    where: { id },
    data: { status: finish.status, endReason: finish.endReason, message: finish.message ?? null, endedAt: new Date(), path: toJson(path), variables: toJson(variables), transcript: toJson(transcript), turns: toJson(turns) },
  });
  await notifyWatchers(id, tx);
}

/** Closes a finished call's room now; when the media server is away the watcher does it later. */
export async function closeRoomOf(call: { id: string; room: string }): Promise<void> {
  try {
    await closeRoom(call.room);
    await db().call.updateMany({ where: { id: call.id }, data: { roomClosedAt: new Date() } });
  } catch {
    // The watcher tries again.
  }
}
