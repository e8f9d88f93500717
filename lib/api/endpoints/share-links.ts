import { z } from "zod";
import { createShareLink } from "@/lib/share-links/create-share-link";
import { listShareLinks } from "@/lib/share-links/list-share-links";
import { deleteShareLink, updateShareLink } from "@/lib/share-links/update-share-link";
import { apiEndpoint } from "../endpoint";
import { id, idParams, page, pageQuery, time, when } from "../schemas";

const tag = "Share links";
const link = z
  .object({
    id, agentId: id, name: z.string(), url: z.string(), version: z.union([z.literal("latest"), z.number().int()]), enabled: z.boolean(), expiresAt: time.nullable(), hasPasscode: z.boolean(),
    maxCalls: z.number().int().nullable(), maxConcurrent: z.number().int().nullable(), allowedOrigins: z.array(z.string()), callsStarted: z.number().int(), createdAt: time,
  })
  .meta({ ref: "ShareLink" });
const limit = z.number().int().min(1).max(1_000_000).nullable().optional();
const input = z.strictObject({
  name: z.string().max(200).optional(),
  version: z.union([z.literal("latest"), z.number().int().min(1).max(1_000_000_000)]).optional(),
  expiresAt: when.nullable().optional(),
  passcode: z.string().min(4).max(100).nullable().optional(),
  maxCalls: limit,
  maxConcurrent: limit,
  allowedOrigins: z.array(z.string().max(300)).max(50).optional(),
  enabled: z.boolean().optional(),
});
const params = z.object({ id, linkId: id });

export const shareLinkEndpoints = [
  apiEndpoint({
    method: "POST", path: "/api/v1/agents/{id}/share-links", tag, summary: "Make a link to the caller's page", status: 201, errors: ["not_found", "invalid"],
    params: idParams, body: input, bodyOptional: true, answer: link,
    handle: ({ actor, params, body, origin }) => createShareLink(actor, params.id, body, origin),
  }),
  apiEndpoint({
    method: "GET", path: "/api/v1/agents/{id}/share-links", tag, summary: "An agent's links, newest first", errors: ["not_found"],
    params: idParams, query: z.strictObject(pageQuery), answer: page(link),
    handle: ({ actor, params, query, origin }) => listShareLinks(actor, params.id, origin, query),
  }),
  apiEndpoint({
    method: "PATCH", path: "/api/v1/agents/{id}/share-links/{linkId}", tag, summary: "Change a link; what is absent stays", errors: ["not_found", "invalid"],
    params, body: input, answer: link,
    handle: ({ actor, params: { id: agentId, linkId }, body, origin }) => updateShareLink(actor, agentId, linkId, body, origin),
  }),
  apiEndpoint({
    method: "DELETE", path: "/api/v1/agents/{id}/share-links/{linkId}", tag, summary: "Remove a link", errors: ["not_found"],
    params,
    handle: ({ actor, params: { id: agentId, linkId } }) => deleteShareLink(actor, agentId, linkId),
  }),
];
