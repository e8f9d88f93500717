import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeDataDir } from "./data-dir.mjs";
import { tryLock } from "./lock.mjs";
import { nameOf } from "./process-table.mjs";

/** @type {string} */
let dir;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), "parley-lock-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("a lock that somebody holds is refused with the holder's number, and free after release", () => {
  const file = path.join(dir, "lock");
  const first = tryLock(file);
  expect(tryLock(file)).toMatchObject({ holder: { pid: process.pid } });
  if ("release" in first) first.release();
  expect(tryLock(file)).toHaveProperty("release");
});

test("the lock of a process that died is taken over, even when its number is used again", () => {
  const file = path.join(dir, "lock");
  writeFileSync(file, JSON.stringify({ pid: process.pid, start: "another start of this number" }));
  expect(tryLock(file)).toHaveProperty("release");
});

test("a damaged lock file does not lock everybody out", () => {
  const file = path.join(dir, "lock");
  writeFileSync(file, "{");
  expect(tryLock(file)).toHaveProperty("release");
});

test("a second start with the same data directory is told where the first one runs", async () => {
  writeFileSync(path.join(dir, "lock"), JSON.stringify(nameOf(process.pid)));
  writeFileSync(path.join(dir, "runtime.json"), JSON.stringify({ url: "http://localhost:3199" }));
  await expect(takeDataDir(dir)).rejects.toThrow(/already runs with this data directory, at http:\/\/localhost:3199/);
});
