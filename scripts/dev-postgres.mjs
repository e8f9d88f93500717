// Development only: an embedded PostgreSQL that runs until Ctrl-C.   node scripts/dev-postgres.mjs [directory] [port]
import path from "node:path";
import { startPostgres } from "./lib/postgres.mjs";
import { explain, say, warn } from "./lib/say.mjs";

const [dir = "/tmp/parley-dev-postgres", port] = process.argv.slice(2);
try {
  const database = await startPostgres(path.resolve(dir), { port: port ? Number(port) : undefined });
  say(`DATABASE_URL=${database.url}`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void database.stop().then(() => process.exit(0)));
} catch (error) {
  warn(explain(error));
  process.exit(1);
}
