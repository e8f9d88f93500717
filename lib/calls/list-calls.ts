import { db } from "@/lib/db";
import { olderThan, pageSize, readCursor, toPage, type Page, type PageRequest } from "@/lib/db/page";
import type { Actor } from "@/lib/teams/actor";
import { callSummary, projectionSelect, storedProjection, summarySelect, type CallChannel, type CallStatus, type CallSummary } from "./call-view";

export interface CallFilters {
  agentId?: string;
  version?: number | "draft";
  channel?: CallChannel;
  status?: CallStatus;
  endReason?: string;
  outcome?: string;
  from?: string;
  to?: string;
  shareLinkId?: string;
  feedback?: string;
  /** Calls that started at or after, and before. */
  startedAfter?: Date;
  startedBefore?: Date;
}

export type CallListItem = CallSummary & ReturnType<typeof storedProjection>;

/** The workspace's calls, newest first. What is said in a live call shows here with some delay; `getCall` has it at once. */
export async function listCalls(actor: Actor, request: PageRequest & CallFilters = {}): Promise<Page<CallListItem>> {
  const size = pageSize(request);
  const { cursor, limit: _limit, startedAfter, startedBefore, version, ...equal } = request;
  const rows = await db().call.findMany({
    where: {
      workspaceId: actor.workspaceId,
      ...equal,
      ...(version === undefined ? {} : { version: version === "draft" ? null : version }),
      AND: [olderThan("startedAt", readCursor(cursor)), startedAfter ? { startedAt: { gte: startedAfter } } : {}, startedBefore ? { startedAt: { lt: startedBefore } } : {}],
    },
    select: { ...summarySelect, ...projectionSelect },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: size + 1,
  });
  return toPage(rows, size, (row) => row.startedAt, ({ path, variables, transcript, turns, ...summary }) => ({ ...callSummary(summary), ...storedProjection({ path, variables, transcript, turns }) }));
}
