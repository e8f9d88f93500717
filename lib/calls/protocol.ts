import { z } from "zod";
import type { FlowEvent, Trace } from "@/lib/flow/engine/types";
import type { Values } from "@/lib/flow/engine/values";
import type { Plan } from "@/lib/flow/plan";
import type { CallContext, EndReason } from "@/lib/flow/engine/types";

/**
 * What workers and the app say to each other. A worker claims a call, gets its brief, and sends numbered events; the app stores
 * each number once, so a batch may be sent again after any failure.
 *
 *   POST /api/worker/calls/claim          ClaimRequest → Brief      signed with the worker secret (see sign.ts)
 *   POST /api/worker/calls/:id/events     EventBatch → EventReceipt  Authorization: Bearer brief.token
 *   POST /api/worker/heartbeat            {worker, agentName, capacity?, activeJobs?} → 204, signed; every 5 s, by workers on
 *                                         other machines (the app asks the one beside it at PARLEY_WORKER_HEALTH_URL)
 *
 * A claim is refused with 409 when the call is over or another job serves it. Every batch, an empty one too, is a sign of life:
 * without one for 7 s (12 s right after the claim) the app gives the call to another agent.
 */
export interface ClaimRequest {
  callId: string;
  /** Identifies this job, so that a repeated claim by the same job is harmless and one by another job takes over. */
  jobId: string;
}

/** Credentials of this call only. */
export interface ProviderCredentials {
  provider: string;
  baseUrl?: string;
  apiKey?: string;
}

export interface Brief {
  callId: string;
  /** For `events`; valid for this call and this attempt only. */
  token: string;
  /** 1 for the first agent; more when it takes over from one that died. */
  attempt: number;
  plan: Plan;
  context: CallContext;
  variables: Values;
  providers: ProviderCredentials[];
  /** When taking over: every flow event so far in order (fold them to be where the call was), and the next event number. */
  resume: { events: FlowEvent[]; nextSeq: number } | null;
}

/** Stored call events. `seq` counts from 0 for each call without gaps; `at` is ISO 8601 UTC. */
export type CallEvent = { seq: number; at: string } & (
  | { type: "claimed"; attempt: number; worker: string }
  | { type: "callerJoined"; identity: string }
  | { type: "callerLeft"; identity: string }
  /** One engine step: the event folded, why, and what changed. Replaying `event`s gives the same path. */
  | { type: "step"; event: FlowEvent; trace: Trace; node: string }
  /** What the caller said, as recognised; `understood: false` shows as "not understood". Times of the sound. */
  | { type: "heard"; text: string; understood: boolean; node: string; from: string; to: string }
  | { type: "pressedKeys"; keys: string; node: string }
  /** Speech began to play, and (again with the same id) ended: `heard` is what reached the caller. */
  | { type: "speaking"; speech: string; text: string; node: string }
  | { type: "spoken"; speech: string; text: string; heard: string; interrupted: boolean; node: string }
  /** Timing of one turn: caller's last sound, agent's first; the parts in ms. */
  | { type: "turn"; node: string; exit: string | null; heardEndAt: string; audioAt: string; latencyMs: number; parts: Record<string, number> }
  /** An agent took over from one that died, at this node. */
  | { type: "resumed"; attempt: number; node: string }
  | { type: "problem"; where: string; message: string }
  | { type: "ended"; reason: EndReason; outcome?: string; message?: string }
);

/** Only the frame is checked here; what is inside was made by our own worker and is kept as it came. */
export const eventBatchSchema = z.object({
  events: z.array(z.looseObject({ seq: z.number().int().nonnegative(), at: z.iso.datetime(), type: z.string() })).max(500),
});
export interface EventBatch { events: CallEvent[] }

/** `nextSeq`: the first number that the app does not have. `stop`: someone ended the call, or another job took it over. */
export interface EventReceipt {
  nextSeq: number;
  stop: null | "ended" | "taken_over";
}

/** In the room: job metadata is this as JSON. References only, never secrets. */
export interface JobMetadata { callId: string; attempt: number }

export { AGENT_STATE_ATTRIBUTE, KEYS_TOPIC } from "./room-protocol";
