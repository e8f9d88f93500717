/** PostgreSQL's codes for "going down", "starting up" and "too many connections", and those of Prisma and Node for "cannot reach". */
const CODES = new Set([
  "57P01", "57P02", "57P03", "53300", "08000", "08001", "08003", "08004", "08006",
  "P1000", "P1001", "P1002", "P1003", "P1008", "P1010", "P1011", "P1017", "P2024", "P2037",
  "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "ENOTFOUND", "EAI_AGAIN",
]);
const KINDS = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);
const WORDS = /can't reach database|connection terminated|timeout exceeded when trying to connect|server has closed the connection|cannot use a pool after|not queryable|unable to start a transaction in the given time/i;

/**
 * True when an error means that the database is away, so that trying again later makes sense. Prisma wraps what its driver
 * says several times and not always as an `Error`, so every layer is looked at.
 */
export function isDatabaseOutage(error: unknown): boolean {
  for (let depth = 0; typeof error === "object" && error !== null && depth < 6; depth += 1) {
    const layer = error as { name?: unknown; code?: unknown; originalCode?: unknown; kind?: unknown; message?: unknown; cause?: unknown; meta?: { driverAdapterError?: unknown } };
    if (CODES.has(String(layer.code)) || CODES.has(String(layer.originalCode)) || KINDS.has(String(layer.kind))) return true;
    if (layer.name === "PrismaClientInitializationError" || WORDS.test(String(layer.message))) return true;
    error = layer.cause ?? layer.meta?.driverAdapterError;
  }
  return false;
}
