import PgBoss from "pg-boss";
import { databaseUrl } from "@/lib/db";
import { forgetOldCounts } from "@/lib/db/rate-count";
import { oneLine, pause } from "./watch-calls";

const TIDY = "tidy-counts";

/**
 * Runs the queue until `signal` aborts. pg-boss reconnects by itself once it has started; the start is repeated until the
 * database is there.
 */
export async function runQueue(signal: AbortSignal): Promise<void> {
  const boss = await start(signal);
  if (!boss) return;
  await new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener("abort", () => resolve())));
  await boss.stop({ graceful: true, timeout: 5000 }).catch(() => {});
}

async function start(signal: AbortSignal): Promise<PgBoss | null> {
  while (!signal.aborted) {
    const boss = new PgBoss({ connectionString: databaseUrl(), application_name: "parley-jobs", max: 3 });
    // Without a listener an outage of the database would end the process.
    boss.on("error", () => {});
    try {
      await boss.start();
      await boss.createQueue(TIDY);
      await boss.schedule(TIDY, "*/15 * * * *");
      await boss.work(TIDY, forgetOldCounts);
      return boss;
    } catch (error) {
      console.error(`[jobs] The queue does not start: ${oneLine(error)} Trying again.`);
      await boss.stop({ graceful: false }).catch(() => {});
      await pause(2000, signal);
    }
  }
  return null;
}
