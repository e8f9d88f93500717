import { db } from "@/lib/db";
import { agentName } from "./livekit";

/** A worker that was silent for so long does not count. */
const FRESH_MS = 20_000;

/** Notes that an agent worker is there. */
export async function noteHeartbeat(beat: { worker: string; agentName: string; capacity?: number; activeJobs?: number }): Promise<void> {
  const state = { agentName: beat.agentName, capacity: beat.capacity ?? 0, activeJobs: beat.activeJobs ?? 0, at: new Date() };
  await db().workerHeartbeat.upsert({ where: { worker: beat.worker }, create: { worker: beat.worker, ...state }, update: state });
}

/**
 * True when an agent worker is ready for calls. The worker on this machine is asked at PARLEY_WORKER_HEALTH_URL (it answers
 * 200 while it is connected to LiveKit); workers elsewhere report by heartbeat. Throws only when the database is away.
 */
export async function workerIsReady(): Promise<boolean> {
  const local = process.env.PARLEY_WORKER_HEALTH_URL;
  if (local) {
    const answer = await fetch(local, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return true;
  }
  return (await db().workerHeartbeat.count({ where: { agentName: agentName(), at: { gt: new Date(Date.now() - FRESH_MS) } } })) > 0;
}
