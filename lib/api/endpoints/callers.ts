import { z } from "zod";
import { reportAgentMissing } from "@/lib/calls/report-agent-missing";
import { notFound } from "@/lib/errors";
import { giveFeedback } from "@/lib/share-links/give-feedback";
import { resolveShareLink } from "@/lib/share-links/resolve-share-link";
import { startShareCall } from "@/lib/share-links/start-share-call";
import { clientIp } from "../client-ip";
import { openEndpoint } from "../endpoint";
import { id, idParams } from "../schemas";
import { bearer } from "./worker";

const tag = "Callers";
const tokenParams = z.object({ token: z.string().min(1).max(200) });
const SMALL = 10_000;

/** What the caller's page asks. Strangers use these: nothing here needs or gives an account. */
export const callerEndpoints = [
  openEndpoint({
    method: "GET", path: "/api/share/{token}", tag, summary: "What the caller's page shows before the call", params: tokenParams,
    handle: async ({ params }) => {
      const page = await resolveShareLink(params.token);
      if (!page) throw notFound("share link");
      return page;
    },
  }),
  openEndpoint({
    method: "POST", path: "/api/share/{token}/start", tag, summary: "Start a call on a share link", status: 201, params: tokenParams, maxBodyBytes: SMALL,
    body: z.strictObject({ passcode: z.string().max(100).optional() }), bodyOptional: true,
    handle: ({ params, body, request }) =>
      startShareCall(params.token, { passcode: body.passcode, embedder: embedder(request), ip: clientIp(request.headers), requestHost: request.headers.get("host") }),
  }),
  openEndpoint({
    method: "POST", path: "/api/share/{token}/feedback", tag, summary: "A thumb for one's own call", params: tokenParams, maxBodyBytes: SMALL,
    body: z.strictObject({ callId: id, token: z.string().max(4000), thumbs: z.enum(["up", "down"]), text: z.string().max(2000).optional() }),
    handle: ({ params, body }) => giveFeedback(params.token, body),
  }),
  openEndpoint({
    method: "POST", path: "/api/calls/{id}/agent-missing", tag, summary: "The caller sees no agent (the caller's LiveKit token)", params: idParams,
    handle: ({ params, request }) => reportAgentMissing(params.id, bearer(request)),
  }),
];

/** The website that asks, when it is not ours; null for our own page and for programs. */
function embedder(request: Request): string | null {
  const origin = request.headers.get("origin");
  if (origin === null) return null;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("host") ? null : origin;
}
