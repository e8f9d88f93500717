import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { startPostgres } from "./postgres.mjs";

/** @param {string} url @param {string} sql */
async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function directory() {
  const dir = mkdtempSync(path.join(os.tmpdir(), "parley-postgres-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

test("a database killed with -9 starts again at the same address with its data", async () => {
  const dir = directory();
  const first = await startPostgres(dir);
  await query(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  process.kill(Number(readFileSync(path.join(dir, "postgres/postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
  await first.stop();
  const second = await startPostgres(dir);
  expect(second.url).toBe(first.url);
  expect(await query(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await second.stop();
}, 60_000);

test("a lock file that names another program's process does not keep the database from starting", async () => {
  const dir = directory();
  await (await startPostgres(dir)).stop();
  writeFileSync(path.join(dir, "postgres/postmaster.pid"), `${process.pid}\n${dir}/postgres\n0\n5432\n\n127.0.0.1\n`);
  await (await startPostgres(dir)).stop();
}, 60_000);

test("the password is the owner's alone to read, and a wrong one is refused", async () => {
  const dir = directory();
  const database = await startPostgres(dir);
  expect(statSync(path.join(dir, "postgres-password")).mode & 0o777).toBe(0o600);
  const wrong = new URL(database.url);
  wrong.password = "wrong";
  await expect(query(wrong.href, "SELECT 1")).rejects.toThrow(/password/);
  await database.stop();
}, 60_000);

test("data of another version of PostgreSQL is refused with a remedy", async () => {
  const dir = directory();
  await (await startPostgres(dir)).stop();
  writeFileSync(path.join(dir, "postgres/PG_VERSION"), "12\n");
  await expect(startPostgres(dir)).rejects.toThrow(/belongs to PostgreSQL 12, but this Parley brings PostgreSQL 18/);
}, 60_000);
