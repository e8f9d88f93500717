import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { applyMigrations } from "@/scripts/lib/migrate.mjs";
import { startPostgres } from "@/scripts/lib/postgres.mjs";
import { closeDb } from "@/lib/db";

export interface TestDatabase {
  url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/**
 * A real, empty, migrated PostgreSQL for the tests of one file; `lib/db` uses it. Ready in about a second, gone afterwards.
 * `stop` and `start` pull its plug and put it back.
 */
export function useDatabase(): TestDatabase {
  const dir = mkdtempSync(join(tmpdir(), "parley-test-db-"));
  let running: Awaited<ReturnType<typeof startPostgres>> | undefined;
  const database: TestDatabase = {
    url: "",
    async start() {
      running = await startPostgres(dir);
      database.url = process.env.DATABASE_URL = running.url;
    },
    async stop() {
      await running?.stop();
      running = undefined;
    },
  };
  beforeAll(async () => {
    process.env.PARLEY_DATA = dir;
    process.env.PARLEY_SECRET = "0".repeat(64);
    process.env.PARLEY_WORKER_KEY = "test-worker-key";
    await database.start();
    await applyMigrations(database.url);
  }, 60_000);
  afterAll(async () => {
    await closeDb();
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return database;
}
