import { SetupError } from "./say.mjs";
import { pause } from "./process-table.mjs";

/**
 * What /api/health says: its status and each part that is not well.
 * @param {number} port @returns {Promise<{ ok: boolean, missing: string[] }>}
 */
export async function askHealth(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5000) });
    /** @type {{ checks?: Record<string, unknown> }} */
    const body = await answer.json().catch(() => ({}));
    const bad = Object.entries(body.checks ?? {}).filter(([, state]) => state !== "ok" && state !== true && !/^(off|not configured|none)$/.test(String(state)));
    return { ok: answer.ok, missing: answer.ok ? [] : bad.map(([name]) => name) };
  } catch {
    return { ok: false, missing: ["web"] };
  }
}

/**
 * Waits until the whole system is ready. Ends early when a part keeps ending at once.
 * @param {number} port @param {{ timeoutMs?: number, broken?: () => { label: string, output: string, logFile: string } | undefined, stopped?: () => boolean }} [options]
 * @throws {SetupError}
 */
export async function waitUntilReady(port, { timeoutMs = 90_000, broken = () => undefined, stopped = () => false } = {}) {
  const until = Date.now() + timeoutMs;
  /** @type {string[]} */
  let missing = [];
  while (!stopped()) {
    const health = await askHealth(port);
    if (health.ok) return;
    missing = health.missing;
    const failed = broken();
    if (failed) throw new SetupError(`${failed.label} does not start. It says:\n${lastLines(failed.output)}\n(all of it: ${failed.logFile})`);
    if (Date.now() > until) throw new SetupError(`Parley did not get ready in ${timeoutMs / 1000} seconds; still missing: ${missing.join(", ") || "the web app's answer"}.`, "The logs are in the data directory, in logs/.");
    await pause(150);
  }
}

/** @param {string} output */
function lastLines(output) {
  return output.trim().split("\n").slice(-15).join("\n");
}
