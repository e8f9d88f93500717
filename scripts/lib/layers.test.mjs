import { expect, test } from "vitest";
import { importsOf, layerProblems } from "./layers.mjs";

/** @param {Record<string, string[]>} files */
const problems = (files) => layerProblems(new Map(Object.entries(files)));

test("arrows that point the right way are fine", () => {
  expect(problems({ "app/page.tsx": ["components/a.tsx", "lib/b.ts"], "components/a.tsx": ["lib/b.ts", "npm:react"], "lib/b.ts": ["lib/flow/c.ts"], "lib/flow/c.ts": ["npm:zod"], "workers/jobs/main.ts": ["lib/db/index.ts"] })).toEqual([]);
});

test.each([
  ["lib/flow/a.ts", "lib/calls/b.ts"],
  ["lib/a.ts", "components/b.tsx"],
  ["lib/a.ts", "app/b.ts"],
  ["components/a.tsx", "workers/agent/b.ts"],
  ["app/a.ts", "workers/agent/b.ts"],
  ["workers/jobs/a.ts", "app/b.ts"],
  ["lib/teams/a.ts", "lib/db/client/client.ts"],
  ["lib/teams/a.ts", "npm:pg"],
  ["lib/flow/a.ts", "npm:react"],
])("%s may not import %s", (from, to) => {
  expect(problems({ [from]: [to] })).toHaveLength(1);
});

test("the agent worker may not reach the database through another file, and the way there is shown", () => {
  expect(problems({ "workers/agent/main.ts": ["lib/calls/a.ts"], "lib/calls/a.ts": ["lib/db/index.ts"], "lib/db/index.ts": [] })).toEqual([expect.stringContaining("workers/agent/main.ts → lib/calls/a.ts → lib/db/index.ts")]);
});

test("imports of types alone do not count; dynamic imports and re-exports do", () => {
  const text = `import type { A } from "./a"; import { type B } from "./b"; import { c, type D } from "./c"; export * from "./d"; import "./e"; const f = await import("./f");`;
  expect(importsOf("x.ts", text)).toEqual(["./c", "./d", "./e", "./f"]);
});
