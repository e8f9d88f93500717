import { callsToCareFor, ensureAgent } from "@/lib/calls/ensure-agent";
import { closeRoomOf } from "@/lib/calls/finish-call";

const EVERY_MS = 1000;
/** Workers' silence counts only after the app could be reached for so long without a break: longer than any retry of theirs. */
const TRUST_AFTER_MS = 8000;
/** One slow answer of a busy app is not an outage: workers' next report is only 2 s away. */
const MISSES = 3;

/**
 * Looks after all calls, once a second, until `signal` aborts: another agent where one is missing, an end where nobody is left.
 * A database or media server that is away is waited for.
 * @param appUrl where workers reach the app; while it is away, their silence says nothing
 */
export async function watchCalls(appUrl: string, signal: AbortSignal): Promise<void> {
  let reachableSince: number | null = null;
  let misses = 0;
  let complained = false;
  while (!signal.aborted) {
    misses = (await appAnswers(appUrl)) ? 0 : misses + 1;
    if (misses === 0) reachableSince ??= Date.now();
    else if (misses >= MISSES) reachableSince = null;
    try {
      await round(reachableSince !== null && Date.now() - reachableSince > TRUST_AFTER_MS);
      complained = false;
    } catch (error) {
      // While we could not look, workers may have been unable to report, too.
      reachableSince = null;
      if (!complained) console.error(`[jobs] Cannot look after calls: ${oneLine(error)} Trying again.`);
      complained = true;
    }
    await pause(EVERY_MS, signal);
  }
}

async function round(trustSilence: boolean): Promise<void> {
  const { quiet, toClose } = await callsToCareFor();
  // One after the other: a media server in trouble should not be asked about all calls at once.
  for (const callId of quiet) {
    const done = await ensureAgent(callId, { trustSilence });
    if (done !== "nothing") console.log(`[jobs] Call ${callId}: ${done === "sent" ? "sent for an agent" : "ended, nobody was left"}.`);
  }
  for (const call of toClose) await closeRoomOf(call);
}

/** Prisma's messages have several lines, the first ones empty; the last one says what is wrong. */
export function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.trim().split("\n").pop()?.replace(/\.$/, "") || "unknown error"}.`;
}

async function appAnswers(appUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(`${appUrl}/api/health/live`, { signal: AbortSignal.timeout(1500) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
  });
}
