import { closeDb } from "@/lib/db";
import { runQueue } from "./queue";
import { watchCalls } from "./watch-calls";

/** The jobs worker: looks after calls, and runs what is queued. Ends on SIGTERM. */
const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());

const appUrl = process.env.PARLEY_APP_URL || `http://127.0.0.1:${process.env.PORT || 3000}`;
await Promise.all([watchCalls(appUrl, stop.signal), runQueue(stop.signal)]);
await closeDb().catch(() => {});
process.exit(0);
