import { db, type Tx } from "@/lib/db";
import { fromJson } from "@/lib/db/json";
import type { CallEvent } from "./protocol";

/** A call's events from number `from` on, in order. Not scoped: ask for the call first. */
export async function readEvents(callId: string, from = 0, tx: Tx = db()): Promise<CallEvent[]> {
  const rows = await tx.callEvent.findMany({ where: { callId, seq: { gte: from } }, orderBy: { seq: "asc" }, select: { data: true } });
  return rows.map((row) => fromJson<CallEvent>(row.data));
}
