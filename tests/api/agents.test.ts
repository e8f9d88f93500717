import { beforeAll, describe, expect, test } from "vitest";
import { HELLO, ask, newTeam, type Team } from "../support/api";
import { useDatabase } from "../support/database";
import { table } from "../flows/table";

useDatabase();
let team: Team;
beforeAll(async () => {
  team = await newTeam();
});

describe("drafts", () => {
  test("come back as they were saved, in the order of their keys", async () => {
    const { id, revision } = await team.ok("POST", "/api/v1/agents", { document: table });
    const { document } = await team.ok("GET", `/api/v1/agents/${id}`);
    expect(document).toMatchObject(table as object);
    await team.ok("PUT", `/api/v1/agents/${id}`, { document, revision });
    const again = await team.ok("GET", `/api/v1/agents/${id}`);
    expect(JSON.stringify(again.document)).toBe(JSON.stringify(document));
  });
  test("of two people who save the same revision at the same moment, one wins and the other is told", async () => {
    const { id, revision } = await team.ok("POST", "/api/v1/agents", { document: HELLO });
    const results = await Promise.all(["A", "B", "C"].map((name) => team.ask("PUT", `/api/v1/agents/${id}`, { document: { ...HELLO, name }, revision })));
    expect(results.map((result) => result.status).sort()).toEqual([200, 409, 409]);
    const loser = results.find((result) => result.status === 409)!;
    expect(loser.body).toMatchObject({ type: "urn:parley:problem:revision_conflict", revision: revision + 1 });
  });
  test("with mistakes are kept, but not published", async () => {
    const broken = structuredClone(HELLO);
    (broken.nodes[0]!.exits[0] as { to: string | null }).to = null;
    broken.start = "nowhere";
    const { id } = await team.ok("POST", "/api/v1/agents", { document: broken });
    const { status, body } = await team.ask("POST", `/api/v1/agents/${id}/publish`);
    expect(status).toBe(422);
    expect(body.type).toBe("urn:parley:problem:flow_has_errors");
    for (const problem of body.problems) expect(problem).toMatchObject({ severity: expect.stringMatching(/error|warning/), message: expect.any(String), fix: expect.any(String) });
    expect((await team.ok("GET", `/api/v1/agents/${id}/versions`)).items).toEqual([]);
    expect((await team.ok("POST", `/api/v1/agents/${id}/lint`)).problems.length).toBeGreaterThan(0);
  });
  test("that are no flow at all are refused with problems", async () => {
    const { status, body } = await team.ask("POST", "/api/v1/agents", { document: { hello: 1 } });
    expect(status).toBe(422);
    expect(body.problems.length).toBeGreaterThan(0);
  });
});

describe("publishing", () => {
  test("freezes: a draft that changes afterwards leaves the version alone", async () => {
    const { id } = await team.ok("POST", "/api/v1/agents", { document: HELLO });
    expect(await team.ok("POST", `/api/v1/agents/${id}/publish`, { note: "first" })).toMatchObject({ version: 1 });
    await team.ok("PUT", `/api/v1/agents/${id}`, { document: { ...HELLO, name: "Changed" }, revision: 1 });
    expect(await team.ok("GET", `/api/v1/agents/${id}/versions/1`)).toMatchObject({ note: "first", document: { name: "Hello" } });
    expect(await team.ok("POST", `/api/v1/agents/${id}/publish`, {})).toMatchObject({ version: 2 });
    expect((await team.ok("GET", `/api/v1/agents/${id}/versions`)).items.map((version: { number: number }) => version.number)).toEqual([2, 1]);
  });
  test("twice at the same moment gives two numbers", async () => {
    const { id } = await team.ok("POST", "/api/v1/agents", { document: HELLO });
    const results = await Promise.all([1, 2, 3].map(() => team.ok("POST", `/api/v1/agents/${id}/publish`)));
    expect(results.map((result) => result.version).sort()).toEqual([1, 2, 3]);
  });
});

test("a deleted agent is gone everywhere and comes back as it was", async () => {
  const { id } = await team.ok("POST", "/api/v1/agents", { document: HELLO });
  await team.ok("DELETE", `/api/v1/agents/${id}`);
  expect((await team.ask("GET", `/api/v1/agents/${id}`)).status).toBe(404);
  await team.ok("POST", `/api/v1/agents/${id}/restore`);
  expect(await team.ok("GET", `/api/v1/agents/${id}`)).toMatchObject({ name: "Hello", revision: 1 });
});

test("lists go through all pages, newest first, without repeating", async () => {
  const own = await newTeam();
  for (let i = 0; i < 5; i += 1) await own.ok("POST", "/api/v1/agents", { document: { ...HELLO, name: `Agent ${i}` } });
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { name: string }[]; nextCursor: string | null } = await own.ok("GET", `/api/v1/agents?limit=2${cursor ? `&cursor=${cursor}` : ""}`);
    names.push(...page.items.map((item) => item.name));
    cursor = page.nextCursor;
  } while (cursor);
  expect(names).toEqual(["Agent 4", "Agent 3", "Agent 2", "Agent 1", "Agent 0"]);
});

describe("simulation", () => {
  test("takes the path that the caller's words say", async () => {
    const { id } = await team.ok("POST", "/api/v1/agents", { document: table });
    const result = await team.ok("POST", `/api/v1/agents/${id}/simulate`, { turns: [{ say: "I'd like to book a table" }, { say: "four" }, { say: "in the garden" }] });
    expect(result.path).toEqual(["welcome", "details", "big", "booked"]);
    expect(result.variables).toMatchObject({ people: 4, place: "garden" });
    expect(result.ended).toMatchObject({ reason: "flow_ended", outcome: "booked" });
  });
  test("says when the given model replies run out", async () => {
    const document = { ...HELLO, speech: { llm: { provider: "openai", model: "m" } }, nodes: [{ ...HELLO.nodes[0]!, say: { mode: "prompt", text: "Greet." }, exits: HELLO.nodes[0]!.exits }, HELLO.nodes[1]] };
    const { id } = await team.ok("POST", "/api/v1/agents", { document });
    expect(await team.ask("POST", `/api/v1/agents/${id}/simulate`, { turns: [], model: [] })).toMatchObject({ status: 422, body: { type: "urn:parley:problem:model_replies_ran_out" } });
    expect((await team.ok("POST", `/api/v1/agents/${id}/simulate`, { turns: [], model: ["Hello there."] })).transcript[0]).toMatchObject({ role: "agent", text: "Hello there." });
  });
});

test("import reads our own files and says nothing was lost", async () => {
  expect(await team.ok("POST", "/api/v1/import", { document: HELLO })).toMatchObject({ document: { name: "Hello" }, notCarriedOver: [] });
  expect((await team.ask("POST", "/api/v1/import", { format: "word", document: HELLO })).status).toBe(422);
});

describe("requests that make no sense", () => {
  const json = { "content-type": "application/json" };
  test.each([
    ["not JSON", { body: "{", headers: json }, 400],
    ["a NUL character", { body: JSON.stringify({ document: { ...HELLO, name: "a\0b" } }), headers: json }, 400],
    ["a form", { body: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } }, 415],
    ["an unknown field", { body: { document: HELLO, extra: 1 } }, 422],
    ["no body", {}, 415],
  ])("%s", async (_name, options, status) => {
    const result = await ask("POST", "/api/v1/agents", { key: team.key, ...options });
    expect(result.status).toBe(status);
    expect(result.headers.get("content-type")).toBe("application/problem+json");
    expect(JSON.stringify(result.body)).not.toMatch(/node_modules|at .*\.ts/);
  });
  test("unknown addresses and methods", async () => {
    expect((await team.ask("GET", "/api/v1/nothing")).status).toBe(404);
    expect(await team.ask("PATCH", "/api/v1/agents")).toMatchObject({ status: 405 });
    expect((await team.ask("GET", "/api/v1/agents?nonsense=1")).status).toBe(422);
    expect((await team.ask("GET", "/api/v1/agents?cursor=nonsense")).status).toBe(400);
    expect((await team.ask("GET", "/api/v1/agents/%00")).status).toBe(404);
    expect((await team.ask("GET", "/api/v1/agents/%E0%A4%A")).status).toBe(404);
  });
});

test("the description names every path and resolves all its references", async () => {
  const { body } = await ask("GET", "/api/v1/openapi.json");
  expect(body.openapi).toBe("3.1.0");
  expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(["/api/v1/agents", "/api/v1/agents/{id}/simulate", "/api/v1/web-calls", "/api/v1/calls/{id}", "/api/health"]));
  const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]!);
  expect(references.length).toBeGreaterThan(20);
  for (const name of references) expect(body.components.schemas[name]).toBeTruthy();
});
