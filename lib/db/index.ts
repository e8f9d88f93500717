import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./client/client";

export { Prisma };
export type { PrismaClient };
export type Tx = Prisma.TransactionClient;

// Next may load this module more than once in one process; one pool is enough.
const globalForDb = globalThis as unknown as { parleyDb?: PrismaClient };

/** The address of the database; `npm start` sets it for the processes that it starts. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set. `npm start` sets it; to run a part alone, name the database.");
  return url;
}

function open(): PrismaClient {
  const adapter = new PrismaPg(
    // A database that is away must be noticed soon, so that people get a sentence and not a spinner.
    { connectionString: databaseUrl(), max: Number(process.env.PARLEY_DB_CONNECTIONS) || 12, connectionTimeoutMillis: 4000, idleTimeoutMillis: 30_000, keepAlive: true },
    // Without these, a database that goes away would end the process.
    { onPoolError: () => {}, onConnectionError: () => {} },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 4000, timeout: 10_000 }, errorFormat: "minimal" });
}

/** The database, opened at first use (a build has none). */
export function db(): PrismaClient {
  return (globalForDb.parleyDb ??= open());
}

/** Closes the pool: for programs that end, and for tests. */
export async function closeDb(): Promise<void> {
  await globalForDb.parleyDb?.$disconnect();
  globalForDb.parleyDb = undefined;
}
