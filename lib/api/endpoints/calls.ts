import { z } from "zod";
import { endCall } from "@/lib/calls/end-call";
import { getCall, getCallPlan } from "@/lib/calls/get-call";
import { listCalls } from "@/lib/calls/list-calls";
import { startWebCall } from "@/lib/calls/start-web-call";
import { listEvents } from "@/lib/calls/watch-call";
import { apiEndpoint } from "../endpoint";
import { eventStream } from "../event-stream";
import { id, idParams, page, pageQuery, time, values, when } from "../schemas";

const tag = "Calls";
const channel = z.enum(["web", "phone_in", "phone_out", "simulation"]);
const status = z.enum(["queued", "ringing", "live", "ended", "failed"]);
const version = z.union([z.number().int(), z.literal("draft")]);
const line = z.object({ role: z.enum(["agent", "caller"]), text: z.string(), at: time, node: z.string(), interrupted: z.boolean().optional(), understood: z.boolean().optional(), keys: z.string().optional() });
const turn = z.object({ node: z.string(), exit: z.string().nullable(), heardEndAt: time, audioAt: time, latencyMs: z.number(), parts: z.record(z.string(), z.number()) });
const callShape = {
  id, agentId: id, agentName: z.string(), version, channel, status,
  startedAt: time, answeredAt: time.nullable(), endedAt: time.nullable(), endReason: z.string().nullable(), message: z.string().nullable(),
  from: z.string().nullable(), to: z.string().nullable(), outcome: z.string().nullable(), shareLinkId: id.nullable(), feedback: z.string().nullable(),
  path: z.array(z.string()), variables: values, transcript: z.array(line), turns: z.array(turn),
};
const call = z.object(callShape).meta({ ref: "Call" });
const joinable = z.object({ callId: id, serverUrl: z.string(), token: z.string() });

const filters = z.strictObject({
  ...pageQuery,
  agentId: id.optional(),
  version: z.union([z.literal("draft"), z.coerce.number().int().min(1).max(1_000_000_000)]).optional(),
  channel: channel.optional(),
  status: status.optional(),
  endReason: z.string().max(100).optional(),
  outcome: z.string().max(100).optional(),
  from: z.string().max(100).optional(),
  to: z.string().max(100).optional(),
  shareLinkId: id.optional(),
  feedback: z.enum(["up", "down"]).optional(),
  startedAfter: when.optional(),
  startedBefore: when.optional(),
});

export const callEndpoints = [
  apiEndpoint({
    method: "POST", path: "/api/v1/web-calls", tag, summary: "Start a call that any LiveKit client can join", status: 201,
    errors: ["not_found", "agent_not_published", "flow_has_errors", "invalid", "unavailable"],
    body: z.strictObject({ agentId: id, version: z.union([z.enum(["draft", "latest"]), z.number().int().min(1)]).optional(), variables: values.optional() }),
    answer: joinable,
    handle: ({ actor, body, request }) => startWebCall(actor, { ...body, requestHost: request.headers.get("host") }),
  }),
  apiEndpoint({
    method: "GET", path: "/api/v1/calls", tag, summary: "List calls, newest first; any field below filters", query: filters, answer: page(call),
    handle: ({ actor, query }) => listCalls(actor, query),
  }),
  apiEndpoint({
    method: "GET", path: "/api/v1/calls/{id}", tag, summary: "A call as it is now", errors: ["not_found"],
    params: idParams, answer: z.object({ ...callShape, recordingUrl: z.string().nullable(), resumed: z.number().int(), node: z.string().nullable() }),
    handle: ({ actor, params }) => getCall(actor, params.id),
  }),
  apiEndpoint({
    method: "GET", path: "/api/v1/calls/{id}/plan", tag, summary: "The compiled flow that the call runs", errors: ["not_found"],
    params: idParams, answer: z.looseObject({}),
    handle: ({ actor, params }) => getCallPlan(actor, params.id),
  }),
  apiEndpoint({
    method: "GET", path: "/api/v1/calls/{id}/events", tag, errors: ["not_found"],
    summary: "The call's events. With `Accept: text/event-stream` they come as they happen; `Last-Event-ID` resumes after that number",
    params: idParams, query: z.strictObject({ cursor: z.coerce.number().int().min(-1).optional(), limit: z.coerce.number().int().min(1).max(1000).optional() }),
    answer: page(z.looseObject({ seq: z.number().int(), at: time, type: z.string() })),
    handle: async ({ actor, params, query, request }) => {
      if (request.headers.get("accept")?.includes("text/event-stream")) return eventStream(actor, params.id, query.cursor, request);
      const limit = query.limit ?? 1000;
      const items = await listEvents(actor, params.id, query.cursor, limit);
      return { items, nextCursor: items.length === limit ? String(items.at(-1)?.seq) : null };
    },
  }),
  apiEndpoint({
    method: "POST", path: "/api/v1/calls/{id}/end", tag, summary: "End a live call for everyone in it", errors: ["not_found"],
    params: idParams,
    handle: ({ actor, params }) => endCall(actor, params.id),
  }),
];
