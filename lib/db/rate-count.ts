import { db } from "./index";

/**
 * Counts one more try of `key`, in windows of `windowSeconds` that begin with the first try. Stored in the database, so that
 * it holds across processes and restarts; for guesses of secrets, not for every request.
 * @returns false when there were more than `limit` in this window
 */
export async function allow(key: string, limit: number, windowSeconds: number): Promise<boolean> {
  const rows = await db().$queryRaw<{ count: number }[]>`
    INSERT INTO "RateCount" ("key", "count", "endsAt") VALUES (${key}, 1, now() + make_interval(secs => ${windowSeconds}))
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "RateCount"."endsAt" < now() THEN 1 ELSE "RateCount"."count" + 1 END,
      "endsAt" = CASE WHEN "RateCount"."endsAt" < now() THEN now() + make_interval(secs => ${windowSeconds}) ELSE "RateCount"."endsAt" END
    RETURNING "count"`;
  return (rows[0]?.count ?? 1) <= limit;
}

/** Takes one try back, because it turned out to be right. */
export async function giveBack(key: string): Promise<void> {
  await db().rateCount.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } });
}

/** Removes counts whose window is over. */
export async function forgetOldCounts(): Promise<void> {
  await db().rateCount.deleteMany({ where: { endsAt: { lt: new Date() } } });
}
