import type { Prisma } from "@/lib/db/client/client";
import { fromJson } from "@/lib/db/json";
import type { Values } from "@/lib/flow/engine/values";
import type { CallTurn, TranscriptLine } from "./project-call";

export type CallChannel = "web" | "phone_in" | "phone_out" | "simulation";
export type CallStatus = "queued" | "ringing" | "live" | "ended" | "failed";

/** A call in lists. Times are ISO 8601 UTC. */
export interface CallSummary {
  id: string;
  agentId: string;
  agentName: string;
  version: number | "draft";
  channel: CallChannel;
  status: CallStatus;
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  endReason: string | null;
  /** What went wrong, in a sentence. */
  message: string | null;
  from: string | null;
  to: string | null;
  outcome: string | null;
  shareLinkId: string | null;
  feedback: string | null;
}

/** What `GET /calls/:id` answers. */
export interface CallDetail extends CallSummary {
  path: string[];
  variables: Values;
  transcript: TranscriptLine[];
  turns: CallTurn[];
  recordingUrl: string | null;
  /** Agents that took over from one that died. */
  resumed: number;
  /** Where the call is, or was when it ended. */
  node: string | null;
}

/** Columns of a list row: none of the large ones. */
export const summarySelect = {
  id: true, agentId: true, version: true, channel: true, status: true, startedAt: true, answeredAt: true, endedAt: true, endReason: true, message: true,
  from: true, to: true, outcome: true, shareLinkId: true, feedback: true, agent: { select: { name: true } },
} satisfies Prisma.CallSelect;
export type SummaryRow = Prisma.CallGetPayload<{ select: typeof summarySelect }>;

export const projectionSelect = { path: true, variables: true, transcript: true, turns: true } satisfies Prisma.CallSelect;
type ProjectionRow = Prisma.CallGetPayload<{ select: typeof projectionSelect }>;

export function callSummary(row: SummaryRow): CallSummary {
  const { agent, version, startedAt, answeredAt, endedAt, ...same } = row;
  return {
    ...same,
    agentName: agent.name,
    version: version ?? "draft",
    startedAt: startedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}

export function storedProjection(row: ProjectionRow) {
  return {
    path: fromJson<string[]>(row.path),
    variables: fromJson<Values>(row.variables),
    transcript: fromJson<TranscriptLine[]>(row.transcript),
    turns: fromJson<CallTurn[]>(row.turns),
  };
}
