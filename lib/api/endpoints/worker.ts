import { z } from "zod";
import { appendEvents } from "@/lib/calls/append-events";
import { claimCall } from "@/lib/calls/claim-call";
import { eventBatchSchema, type CallEvent } from "@/lib/calls/protocol";
import { requireWorkerSignature } from "@/lib/calls/worker-key";
import { noteHeartbeat } from "@/lib/calls/worker-heartbeat";
import { ParleyError } from "@/lib/errors";
import { openEndpoint } from "../endpoint";
import { id, idParams } from "../schemas";

const tag = "Workers";

export const workerEndpoints = [
  openEndpoint({
    method: "POST", path: "/api/worker/calls/claim", tag, summary: "Take a call (signed)",
    body: z.object({ callId: id, jobId: z.string().min(1).max(200) }), maxBodyBytes: 10_000,
    handle: ({ body, request, rawBody }) => {
      requireWorkerSignature(request.headers, rawBody);
      return claimCall(body);
    },
  }),
  openEndpoint({
    method: "POST", path: "/api/worker/calls/{id}/events", tag, summary: "Deliver events (the brief's token)",
    params: idParams, body: eventBatchSchema, maxBodyBytes: 8 * 1024 * 1024,
    handle: ({ params, body, request }) => appendEvents(params.id, bearer(request), body.events as unknown as CallEvent[]),
  }),
  openEndpoint({
    method: "POST", path: "/api/worker/heartbeat", tag, summary: "Say that a worker is there (signed), every 5 s",
    body: z.object({ worker: z.string().min(1).max(200), agentName: z.string().min(1).max(200), capacity: z.number().int().min(0).max(100_000).optional(), activeJobs: z.number().int().min(0).max(100_000).optional() }),
    maxBodyBytes: 10_000,
    handle: async ({ body, request, rawBody }) => {
      requireWorkerSignature(request.headers, rawBody);
      await noteHeartbeat(body);
    },
  }),
];

/** @throws ParleyError unauthorized */
export function bearer(request: Request): string {
  const [scheme, token] = (request.headers.get("authorization") ?? "").split(" ");
  if (scheme?.toLowerCase() !== "bearer" || !token) throw new ParleyError("unauthorized", "The token is missing: `Authorization: Bearer TOKEN`.");
  return token;
}
