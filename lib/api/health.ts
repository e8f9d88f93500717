import { livekitAnswers } from "@/lib/calls/livekit";
import { workerIsReady } from "@/lib/calls/worker-heartbeat";
import { db } from "@/lib/db";
import { APP_VERSION } from "./version";

type Check = "ok" | "down" | "off";

/** Whether calls can be made now: 200, or 503 with the part that is missing. Never throws. */
export async function health(): Promise<Response> {
  const [database, livekit, worker] = await Promise.all([state(async () => (await db().$queryRaw`SELECT 1`) !== null), state(livekitAnswers), state(workerIsReady)]);
  // Telephony has its own set-up; without it everything else works.
  const phone: Check = "off";
  const ready = database === "ok" && livekit === "ok" && worker === "ok";
  const body = { status: ready ? "ok" : "unavailable", version: APP_VERSION, checks: { database, livekit, worker, phone } };
  return new Response(JSON.stringify(body), { status: ready ? 200 : 503, headers: { "content-type": "application/json", "cache-control": "no-store" } });
}

async function state(isWell: () => Promise<boolean>): Promise<Check> {
  try {
    return (await isWell()) ? "ok" : "down";
  } catch {
    return "down";
  }
}
