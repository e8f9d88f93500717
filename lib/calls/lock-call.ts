import type { Tx } from "@/lib/db";
import type { Call } from "@/lib/db/client/client";

export type CallState = Omit<Call, "path" | "variables" | "transcript" | "turns">;

/** The call's row, held until the transaction ends, so that claims, events and watchers take turns. Null when there is none. */
export async function lockCall(id: string, tx: Tx): Promise<CallState | null> {
  await tx.$queryRaw`SELECT 1 FROM "Call" WHERE "id" = ${id} FOR UPDATE`;
  return tx.call.findUnique({ where: { id }, omit: { path: true, variables: true, transcript: true, turns: true } });
}

export function isOver(call: Pick<Call, "status">): boolean {
  return call.status === "ended" || call.status === "failed";
}

/** Tells everyone who watches this call, in whatever process, that it has changed. Sent when the transaction commits. */
export async function notifyWatchers(callId: string, tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('parley_call', ${callId})`;
}
