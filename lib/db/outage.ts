/** PostgreSQL's codes for "going down", "starting up" and "too many connections", and those of Prisma for "cannot reach". */
const CODES = new Set([
  "57P01", "57P02", "57P03", "53300", "08000", "08001", "08003", "08004", "08006",
  "P1000", "P1001", "P1002", "P1003", "P1008", "P1010", "P1011", "P1017", "P2024", "P2037",
  "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "ENOTFOUND", "EAI_AGAIN",
]);
const WORDS = /can't reach database|connection terminated|timeout exceeded when trying to connect|server has closed the connection|connection error|databasenotreachable|connectionclosed|cannot use a pool after|not queryable|transaction api error: unable to start/i;

/** True when an error means that the database is away, so that trying again later makes sense. */
export function isDatabaseOutage(error: unknown): boolean {
  for (let depth = 0; error instanceof Error && depth < 5; depth += 1) {
    const { code, meta, kind } = error as { code?: unknown; meta?: { driverAdapterError?: unknown }; kind?: unknown };
    if (typeof code === "string" && CODES.has(code)) return true;
    if (WORDS.test(error.message) || (typeof kind === "string" && WORDS.test(kind))) return true;
    if (error.name === "PrismaClientInitializationError") return true;
    error = error.cause ?? meta?.driverAdapterError;
  }
  return false;
}
