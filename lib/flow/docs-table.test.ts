import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { docsTable } from "./docs-table";

const file = fileURLToPath(new URL("../../docs/nodes-and-conditions.md", import.meta.url));

it("the table in the docs is what the registries say", () => {
  if (process.env.UPDATE_DOCS) writeFileSync(file, docsTable());
  expect(readFileSync(file, "utf8")).toBe(docsTable());
});
