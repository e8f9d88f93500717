import { db } from "@/lib/db";
import { onCallChanged } from "@/lib/db/listen";
import { notFound } from "@/lib/errors";
import type { Actor } from "@/lib/teams/actor";
import { isOver } from "./lock-call";
import type { CallEvent } from "./protocol";
import { readEvents } from "./read-events";

/** Watchers look by themselves this often, should a notification be lost. */
const LOOK_EVERY_MS = 3000;
/** After the end, events that a worker kept on disk may still come for a moment. */
const LINGER_MS = 1500;

export type WatchItem = { kind: "event"; event: CallEvent } | { kind: "idle" } | { kind: "over"; status: string; endReason: string | null };

/**
 * A call's events from number `after + 1` on, as they happen; ends with `over`. `idle` comes now and then, so that whoever
 * forwards this can see that the other side is still there.
 * @throws ParleyError not_found
 */
export async function* watchCall(actor: Actor, id: string, options: { after?: number; signal?: AbortSignal } = {}): AsyncGenerator<WatchItem> {
  const look = () => db().call.findFirst({ where: { id, workspaceId: actor.workspaceId }, select: { status: true, endReason: true, endedAt: true, nextSeq: true } });
  let next = (options.after ?? -1) + 1;
  let bell = newBell();
  const stop = onCallChanged(id, () => bell.ring());
  const onAbort = () => bell.ring();
  options.signal?.addEventListener("abort", onAbort);
  try {
    while (!options.signal?.aborted) {
      bell = newBell();
      const call = await look();
      if (!call) throw notFound("call");
      if (call.nextSeq > next) {
        for (const event of await readEvents(id, next)) {
          yield { kind: "event", event };
          next = event.seq + 1;
        }
      }
      if (isOver(call) && Date.now() - (call.endedAt?.getTime() ?? 0) > LINGER_MS) return yield { kind: "over", status: call.status, endReason: call.endReason };
      const timer = setTimeout(() => bell.ring(), isOver(call) ? LINGER_MS : LOOK_EVERY_MS);
      await bell.rung;
      clearTimeout(timer);
      yield { kind: "idle" };
    }
  } finally {
    options.signal?.removeEventListener("abort", onAbort);
    stop();
  }
}

function newBell(): { ring: () => void; rung: Promise<void> } {
  let ring = () => {};
  const rung = new Promise<void>((resolve) => (ring = resolve));
  return { ring, rung };
}

/** The events stored so far, up to `limit`, from number `after + 1` on. @throws ParleyError not_found */
export async function listEvents(actor: Actor, id: string, after = -1, limit = 1000): Promise<CallEvent[]> {
  const call = await db().call.findFirst({ where: { id, workspaceId: actor.workspaceId }, select: { id: true } });
  if (!call) throw notFound("call");
  return (await readEvents(id, after + 1)).slice(0, limit);
}
