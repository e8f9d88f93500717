import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "@/lib/api/endpoints";
import { authSecret, cookieName } from "@/lib/auth/settings";
import { storeCall } from "@/lib/calls/create-call";
import { createCredential } from "@/lib/credentials/save-credential";
import { db } from "@/lib/db";
import { compile, parseDocument } from "@/lib/flow";
import { createApiKey } from "@/lib/teams/api-keys";
import { HELLO, ask, newTeam, type Team } from "../support/api";
import { useDatabase } from "../support/database";

useDatabase();
let mine: Team;
let theirs: Team;
/** Ids of things that `theirs` has, by the kind of path. */
let ids: { agent: string; link: string; call: string; credential: string; apiKey: string };

beforeAll(async () => {
  mine = await newTeam();
  theirs = await newTeam();
  const { id: agent } = await theirs.ok("POST", "/api/v1/agents", { document: HELLO });
  await theirs.ok("POST", `/api/v1/agents/${agent}/publish`);
  const { id: link } = await theirs.ok("POST", `/api/v1/agents/${agent}/share-links`, {});
  const parsed = parseDocument(HELLO);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { id: call } = await storeCall({ workspaceId: theirs.actor.workspaceId, agentId: agent, version: 1, plan: compile(parsed.document), timezone: "UTC" });
  const { id: credential } = await createCredential(theirs.actor, { provider: "openai", apiKey: "sk-very-secret-key-1234" });
  const { id: apiKey } = await createApiKey(theirs.actor, "other");
  ids = { agent, link, call, credential, apiKey };
});

const protectedEndpoints = endpoints.filter((endpoint) => endpoint.auth === "member");
const withIds = protectedEndpoints.filter((endpoint) => endpoint.path.includes("{id}"));

/** A body that the endpoint accepts, so that what refuses is the ownership. */
function bodyFor(path: string, method: string): unknown {
  if (method === "PUT") return { document: HELLO, revision: 1 };
  if (path.endsWith("/simulate")) return { turns: [] };
  return method === "GET" || method === "DELETE" ? undefined : {};
}
function fill(path: string): string {
  const id = path.includes("/agents/") ? ids.agent : path.includes("/calls/") ? ids.call : path.includes("/credentials/") ? ids.credential : ids.apiKey;
  return path.replace("{id}", id).replace("{linkId}", ids.link).replace("{number}", "1");
}

describe("another workspace's things do not exist", () => {
  test.each(withIds.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))("%s", async (_name, endpoint) => {
    const { status, body } = await mine.ask(endpoint.method, fill(endpoint.path), bodyFor(endpoint.path, endpoint.method));
    expect(body).toMatchObject({ type: "urn:parley:problem:not_found" });
    expect(status).toBe(404);
  });
  test("POST /api/v1/web-calls with another workspace's agent", async () => {
    expect(await mine.ask("POST", "/api/v1/web-calls", { agentId: ids.agent })).toMatchObject({ status: 404 });
  });
  test.each(["agents", "calls", "credentials"])("they are not in GET /api/v1/%s", async (list) => {
    expect(await mine.ok("GET", `/api/v1/${list}`)).toMatchObject({ items: [], nextCursor: null });
    expect((await theirs.ok("GET", `/api/v1/${list}`)).items).not.toHaveLength(0);
  });
  test("and after all that, nothing of theirs has changed", async () => {
    expect(await theirs.ok("GET", `/api/v1/agents/${ids.agent}`)).toMatchObject({ revision: 1, latestVersion: 1 });
    expect(await db().credential.count({ where: { id: ids.credential } })).toBe(1);
    expect(await db().shareLink.count({ where: { id: ids.link } })).toBe(1);
    expect(await db().apiKey.count({ where: { id: ids.apiKey, revokedAt: null } })).toBe(1);
    expect(await db().call.count({ where: { id: ids.call, stopRequestedAt: null } })).toBe(1);
  });
});

describe("without a valid key nothing is answered", () => {
  test.each(protectedEndpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))("%s", async (_name, endpoint) => {
    for (const key of [undefined, "pk_wrong", `${mine.key}x`]) {
      const { status, headers } = await ask(endpoint.method, fill(endpoint.path), { key, body: bodyFor(endpoint.path, endpoint.method) });
      expect(status).toBe(401);
      expect(headers.get("content-type")).toBe("application/problem+json");
    }
  });
});

describe("API keys", () => {
  test("are stored as a hash only", async () => {
    const rows = JSON.stringify(await db().apiKey.findMany());
    expect(rows).not.toContain(mine.key);
    expect(rows).not.toContain(mine.key.slice(10));
  });
  test("stop working when they are revoked", async () => {
    const { id, key } = await createApiKey(mine.actor, "short-lived");
    expect((await ask("GET", "/api/v1/me", { key })).status).toBe(200);
    await mine.ok("DELETE", `/api/v1/api-keys/${id}`);
    expect((await ask("GET", "/api/v1/me", { key })).status).toBe(401);
  });
});

describe("provider keys", () => {
  test("are neither in an answer nor readable in the database", async () => {
    const list = await theirs.ok("GET", "/api/v1/credentials");
    expect(list.items[0]).toMatchObject({ provider: "openai", hasKey: true, keyLast4: "1234" });
    const everything = JSON.stringify([list, await db().credential.findMany()]);
    expect(everything).not.toContain("very-secret");
  });
  test("do not follow when the address is changed: whoever changes it could read them there", async () => {
    expect(await theirs.ask("PATCH", `/api/v1/credentials/${ids.credential}`, { baseUrl: "https://93.184.216.34/v1" })).toMatchObject({ status: 409 });
  });
  test("are not sent to a private address", async () => {
    expect(await theirs.ask("POST", "/api/v1/credentials", { provider: "evil", baseUrl: "http://169.254.169.254/latest" })).toMatchObject({ status: 422, body: { type: "urn:parley:problem:address_refused" } });
  });
});

describe("a signed-in member's browser", () => {
  const session = async (signedInAt = Date.now()) => {
    const name = cookieName("session");
    return `${name}=${await encode({ token: { sub: mine.actor.userId, signedInAt }, secret: authSecret(), salt: name })}`;
  };
  test("may use the API from our pages", async () => {
    const cookie = await session();
    expect((await ask("GET", "/api/v1/me", { headers: { cookie } })).body).toMatchObject({ user: { id: mine.actor.userId }, role: "owner" });
    expect((await ask("POST", "/api/v1/agents", { body: { document: HELLO }, headers: { cookie, "sec-fetch-site": "same-origin" } })).status).toBe(201);
  });
  test.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["another port of the same machine", { "sec-fetch-site": "same-site", origin: "http://localhost:4000" }],
    ["an old browser on another site", { origin: "https://evil.example" }],
    ["a page without an origin", { origin: "null" }],
    ["something that says nothing", {}],
  ])("is not made to change things by %s", async (_name, headers) => {
    expect((await ask("POST", "/api/v1/agents", { body: { document: HELLO }, headers: { cookie: await session(), ...headers } as Record<string, string> })).status).toBe(403);
  });
  test("is out after the password was changed", async () => {
    const cookie = await session(Date.now() - 60_000);
    await db().user.update({ where: { id: mine.actor.userId }, data: { sessionsFrom: new Date(Date.now() - 1000) } });
    expect((await ask("GET", "/api/v1/me", { headers: { cookie } })).status).toBe(401);
  });
  test("with a made-up session is nobody", async () => {
    const name = cookieName("session");
    const forged = await encode({ token: { sub: mine.actor.userId, signedInAt: Date.now() }, secret: "x".repeat(64), salt: name });
    expect((await ask("GET", "/api/v1/me", { headers: { cookie: `${name}=${forged}` } })).status).toBe(401);
  });
});
