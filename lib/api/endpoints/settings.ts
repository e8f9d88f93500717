import { z } from "zod";
import { checkCredential } from "@/lib/credentials/check-credential";
import { listCredentials } from "@/lib/credentials/list-credentials";
import { createCredential, deleteCredential, updateCredential } from "@/lib/credentials/save-credential";
import { createApiKey, listApiKeys, revokeApiKey } from "@/lib/teams/api-keys";
import { changePassword } from "@/lib/teams/change-password";
import { whoAmI } from "@/lib/teams/who-am-i";
import { apiEndpoint } from "../endpoint";
import { id, idParams, name, page, time } from "../schemas";

const credential = z
  .object({
    id, provider: z.string(), label: z.string(), baseUrl: z.string().nullable(), model: z.string().nullable(), hasKey: z.boolean(), keyLast4: z.string().nullable(),
    checkedAt: time.nullable(), checkResult: z.string().nullable(), createdAt: time, updatedAt: time,
  })
  .meta({ ref: "Credential" });
const changeable = {
  label: z.string().trim().max(100).optional(),
  baseUrl: z.url({ protocol: /^https?$/ }).max(500).nullable().optional(),
  model: z.string().max(200).nullable().optional(),
  apiKey: z.string().max(2000).nullable().optional(),
};
const apiKeyShape = { id, name: z.string(), prefix: z.string(), createdAt: time, lastUsedAt: time.nullable() };

export const settingsEndpoints = [
  apiEndpoint({
    method: "GET", path: "/api/v1/credentials", tag: "Providers", summary: "Providers of speech and language; never their keys", answer: page(credential),
    handle: async ({ actor }) => ({ items: await listCredentials(actor), nextCursor: null }),
  }),
  apiEndpoint({
    method: "POST", path: "/api/v1/credentials", tag: "Providers", summary: "Add an OpenAI-compatible provider", status: 201, errors: ["conflict", "address_refused"],
    body: z.strictObject({ provider: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, "Small letters, digits, - and _"), ...changeable }), answer: credential,
    handle: ({ actor, body }) => createCredential(actor, body),
  }),
  apiEndpoint({
    method: "PATCH", path: "/api/v1/credentials/{id}", tag: "Providers", summary: "Change a provider; what is absent stays", errors: ["not_found", "conflict", "address_refused"],
    params: idParams, body: z.strictObject(changeable), answer: credential,
    handle: ({ actor, params, body }) => updateCredential(actor, params.id, body),
  }),
  apiEndpoint({
    method: "DELETE", path: "/api/v1/credentials/{id}", tag: "Providers", summary: "Forget a provider and its key", errors: ["not_found"],
    params: idParams,
    handle: ({ actor, params }) => deleteCredential(actor, params.id),
  }),
  apiEndpoint({
    method: "POST", path: "/api/v1/credentials/{id}/check", tag: "Providers", summary: "Ask the provider, with the stored key, for its models", errors: ["not_found"],
    params: idParams, answer: z.object({ ok: z.boolean(), message: z.string(), models: z.array(z.string()) }),
    handle: ({ actor, params }) => checkCredential(actor, params.id),
  }),
  apiEndpoint({
    method: "GET", path: "/api/v1/api-keys", tag: "API keys", summary: "Keys that work, newest first", answer: page(z.object(apiKeyShape)),
    handle: async ({ actor }) => ({ items: await listApiKeys(actor), nextCursor: null }),
  }),
  apiEndpoint({
    method: "POST", path: "/api/v1/api-keys", tag: "API keys", summary: "Make a key; it is shown this once", status: 201,
    body: z.strictObject({ name }), answer: z.object({ ...apiKeyShape, key: z.string() }),
    handle: ({ actor, body }) => createApiKey(actor, body.name),
  }),
  apiEndpoint({
    method: "DELETE", path: "/api/v1/api-keys/{id}", tag: "API keys", summary: "Revoke a key at once", errors: ["not_found"],
    params: idParams,
    handle: ({ actor, params }) => revokeApiKey(actor, params.id),
  }),
  apiEndpoint({
    method: "GET", path: "/api/v1/me", tag: "Account", summary: "Who is asking",
    answer: z.object({ user: z.object({ id, email: z.string(), name: z.string() }).nullable(), apiKey: z.object({ id, name: z.string() }).nullable(), role: z.string(), workspace: z.object({ id, name: z.string(), timezone: z.string() }) }),
    handle: ({ actor }) => whoAmI(actor),
  }),
  apiEndpoint({
    method: "POST", path: "/api/v1/me/password", tag: "Account", summary: "Change one's password; other sessions end", errors: ["forbidden", "invalid", "too_many_requests"],
    body: z.strictObject({ current: z.string().max(200), next: z.string().min(10).max(200) }),
    handle: ({ actor, body }) => changePassword(actor, body),
  }),
];
