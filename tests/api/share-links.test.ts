import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { HELLO, ask, newTeam, type Team } from "../support/api";
import { useDatabase } from "../support/database";
import { useLivekit } from "../support/livekit";

useDatabase();
useLivekit();
let team: Team;
let agentId: string;
beforeAll(async () => {
  team = await newTeam();
  agentId = (await team.ok("POST", "/api/v1/agents", { document: HELLO })).id;
  await team.ok("POST", `/api/v1/agents/${agentId}/publish`);
});
beforeEach(() => db().rateCount.deleteMany());

const newLink = async (settings: object = {}) => {
  const link = await team.ok("POST", `/api/v1/agents/${agentId}/share-links`, settings);
  return { ...link, token: new URL(link.url).pathname.split("/")[2]! } as { id: string; url: string; token: string };
};
const start = (token: string, body: object = {}, options: { ip?: string; headers?: Record<string, string> } = {}) => ask("POST", `/api/share/${token}/start`, { body, ...options });
const page = async (token: string) => (await ask("GET", `/api/share/${token}`)).body;
const problem = (code: string) => ({ body: { type: `urn:parley:problem:${code}` } });

test("a link starts a call of the latest version, and the call remembers the link", async () => {
  const link = await newLink();
  expect(link.url).toMatch(/^http:\/\/localhost:3000\/call\/[\w-]{32}$/);
  expect(await page(link.token)).toMatchObject({ agentName: "Hello", isAi: true, recording: false, passcodeNeeded: false, closed: null });
  const { status, body } = await start(link.token);
  expect(status).toBe(201);
  expect(await team.ok("GET", `/api/v1/calls/${body.callId}`)).toMatchObject({ version: 1, shareLinkId: link.id, status: "queued" });
});

test("a token is not stored readably", async () => {
  const { token } = await newLink();
  expect(JSON.stringify(await db().shareLink.findMany())).not.toContain(token);
});

test("guessed tokens find nothing", async () => {
  for (const token of ["a", "A".repeat(32), "' OR 1=1 --", "%00", "../../etc"]) expect((await ask("GET", `/api/share/${encodeURIComponent(token)}`)).status).toBe(404);
});

describe("limits", () => {
  test("the number of calls holds when all start at the same moment", async () => {
    const { token } = await newLink({ maxCalls: 3 });
    const results = await Promise.all(Array.from({ length: 12 }, () => start(token)));
    expect(results.filter((result) => result.status === 201)).toHaveLength(3);
    expect(results.filter((result) => result.status === 410)).toHaveLength(9);
    expect(await start(token)).toMatchObject(problem("link_used_up"));
    expect(await page(token)).toMatchObject({ closed: { code: "link_used_up" } });
  });
  test("the number of calls at once holds, and a call that ended makes room", async () => {
    const { token, id } = await newLink({ maxConcurrent: 2 });
    const results = await Promise.all(Array.from({ length: 8 }, () => start(token)));
    expect(results.filter((result) => result.status === 201)).toHaveLength(2);
    expect(results.find((result) => result.status !== 201)).toMatchObject({ status: 429, ...problem("link_busy") });
    const call = await db().call.findFirstOrThrow({ where: { shareLinkId: id } });
    await team.ok("POST", `/api/v1/calls/${call.id}/end`);
    expect((await start(token)).status).toBe(201);
  });
  test("expired and switched-off links say so and start nothing", async () => {
    const expired = await newLink({ expiresAt: new Date(Date.now() - 1000).toISOString() });
    expect(await start(expired.token)).toMatchObject({ status: 410, ...problem("link_expired") });
    const off = await newLink();
    await team.ok("PATCH", `/api/v1/agents/${agentId}/share-links/${off.id}`, { enabled: false });
    expect(await start(off.token)).toMatchObject({ status: 410, ...problem("link_off") });
    await team.ok("PATCH", `/api/v1/agents/${agentId}/share-links/${off.id}`, { enabled: true });
    expect((await start(off.token)).status).toBe(201);
  });
  test("a pinned version stays when a newer one is published", async () => {
    const { token } = await newLink({ version: 1 });
    await team.ok("POST", `/api/v1/agents/${agentId}/publish`);
    expect(await team.ok("GET", `/api/v1/calls/${(await start(token)).body.callId}`)).toMatchObject({ version: 1 });
    expect(await team.ok("GET", `/api/v1/calls/${(await start((await newLink()).token)).body.callId}`)).toMatchObject({ version: 2 });
    expect((await team.ask("POST", `/api/v1/agents/${agentId}/share-links`, { version: 99 })).status).toBe(404);
  });
  test("one connection cannot start calls without end", async () => {
    const { token } = await newLink();
    const results = await Promise.all(Array.from({ length: 33 }, () => start(token, {}, { ip: "203.0.113.77" })));
    expect(results.filter((result) => result.status === 429).length).toBeGreaterThanOrEqual(3);
    expect((await start(token, {}, { ip: "203.0.113.78" })).status).toBe(201);
  });
});

describe("passcodes", () => {
  test("are needed, and right ones do not use up tries", async () => {
    const { token } = await newLink({ passcode: "open sesame" });
    expect(await page(token)).toMatchObject({ passcodeNeeded: true });
    expect(await start(token)).toMatchObject({ status: 403, ...problem("passcode_needed") });
    expect((await start(token, { passcode: "wrong" })).status).toBe(403);
    for (let i = 0; i < 12; i += 1) expect((await start(token, { passcode: "open sesame" })).status).toBe(201);
  });
  test("cannot be tried without end, not even all at once", async () => {
    const { token } = await newLink({ passcode: "open sesame" });
    const results = await Promise.all(Array.from({ length: 20 }, (_, i) => start(token, { passcode: `guess ${i}` })));
    expect(results.filter((result) => result.status === 403)).toHaveLength(10);
    expect(await start(token, { passcode: "open sesame" })).toMatchObject({ status: 429 });
  });
  test("are stored as an argon2 hash", async () => {
    const { id } = await newLink({ passcode: "open sesame" });
    expect((await db().shareLink.findUniqueOrThrow({ where: { id } })).passcodeHash).toMatch(/^\$argon2id\$/);
  });
});

describe("other websites", () => {
  test("may start calls only when the link names them", async () => {
    const { token } = await newLink({ allowedOrigins: ["https://shop.example/"] });
    expect(await start(token, {}, { headers: { origin: "https://evil.example" } })).toMatchObject({ status: 403, ...problem("origin_not_allowed") });
    expect(await start(token, {}, { headers: { origin: "null" } })).toMatchObject({ status: 403 });
    expect((await start(token, {}, { headers: { origin: "https://shop.example" } })).status).toBe(201);
    expect((await start(token, {}, { headers: { origin: "http://localhost:3000" } })).status).toBe(201);
  });
  test("cannot smuggle anything into the page's security policy", async () => {
    for (const origin of ["https://a.example; script-src *", "*", "javascript:alert(1)", "https://*.example"]) {
      expect((await team.ask("POST", `/api/v1/agents/${agentId}/share-links`, { allowedOrigins: [origin] })).status).toBe(422);
    }
  });
});

test("a thumb counts for one's own call only", async () => {
  const { token } = await newLink();
  const [mine, other] = [(await start(token)).body, (await start(token)).body];
  const give = (callId: string) => ask("POST", `/api/share/${token}/feedback`, { body: { callId, token: mine.token, thumbs: "up", text: "Nice" } });
  expect((await give(other.callId)).status).toBe(401);
  expect((await give(mine.callId)).status).toBe(204);
  expect(await team.ok("GET", `/api/v1/calls/${mine.callId}`)).toMatchObject({ feedback: "up" });
  expect(await team.ok("GET", `/api/v1/calls/${other.callId}`)).toMatchObject({ feedback: null });
});
