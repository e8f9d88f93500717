// node scripts/migrate.mjs apply          brings the database of DATABASE_URL up to date
// node scripts/migrate.mjs create NAME    writes prisma/migrations/<time>_NAME/migration.sql from the changes of schema.prisma
// node scripts/migrate.mjs check          fails when schema.prisma has changes without a migration
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { LOCK_TEXT, applyMigrations, sqlOfSchemaChanges } from "./lib/migrate.mjs";
import { paths } from "./lib/paths.mjs";
import { startPostgres } from "./lib/postgres.mjs";
import { SetupError, explain, say, warn } from "./lib/say.mjs";

/** Runs `work` with an empty database that is thrown away afterwards. @template T @param {(url: string) => Promise<T>} work @returns {Promise<T>} */
async function withScratchDatabase(work) {
  const dir = mkdtempSync(path.join(os.tmpdir(), "parley-migrate-"));
  try {
    const database = await startPostgres(dir);
    try {
      return await work(database.url);
    } finally {
      await database.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** @param {string} name */
async function create(name) {
  if (!/^[a-z0-9_]+$/.test(name)) throw new SetupError("A migration needs a name of small letters, digits and _.", "For instance: node scripts/migrate.mjs create add_share_links");
  const sql = await withScratchDatabase(sqlOfSchemaChanges);
  if (!sql) return say("prisma/schema.prisma has no changes without a migration.");
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const dir = path.join(paths.root, "prisma/migrations", `${time}_${name}`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, "migration.sql"), sql);
  writeFileSync(path.join(paths.root, "prisma/migrations/migration_lock.toml"), LOCK_TEXT);
  say(path.relative(paths.root, path.join(dir, "migration.sql")));
}

async function apply() {
  if (!process.env.DATABASE_URL) throw new SetupError("DATABASE_URL is not set.", "`npm start` applies migrations by itself; here, name the database.");
  const names = await applyMigrations(process.env.DATABASE_URL);
  say(names.length > 0 ? `Applied: ${names.join(", ")}` : "The database is up to date.");
}

async function check() {
  const sql = await withScratchDatabase(sqlOfSchemaChanges);
  if (sql) throw new SetupError(`prisma/schema.prisma has changes without a migration:\n${sql}\n`, "Run: node scripts/migrate.mjs create NAME");
  say("Every change of prisma/schema.prisma has its migration.");
}

const [command, name = ""] = process.argv.slice(2);
try {
  if (command === "apply") await apply();
  else if (command === "create") await create(name);
  else if (command === "check") await check();
  else throw new SetupError("Usage: node scripts/migrate.mjs apply | create NAME | check");
  process.exit(0);
} catch (error) {
  warn(explain(error));
  process.exit(1);
}
