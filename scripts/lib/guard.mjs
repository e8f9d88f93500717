import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

// This side of the line to guardian.mjs, the process that ends our children when we are killed.

/** @typedef {{ signal: NodeJS.Signals, last?: boolean }} How `last`: after the others (the database) */

/** @type {Map<number, How>} */
const guarded = new Map();
/** @type {import("node:child_process").ChildProcess | undefined} */
let guardian;

/** Starts the guardian when there is none, and again when it dies. */
function ensureGuardian() {
  if (guardian) return;
  const started = spawn(process.execPath, [path.join(path.dirname(fileURLToPath(import.meta.url)), "guardian.mjs")], { stdio: ["pipe", "ignore", "ignore"], detached: true, cwd: "/", env: {} });
  started.stdin.on("error", () => {});
  started.once("exit", () => {
    if (guardian !== started) return;
    guardian = undefined;
    if (guarded.size > 0) ensureGuardian();
  });
  // It must not keep us alive.
  started.unref();
  /** @type {import("node:net").Socket} */ (/** @type {unknown} */ (started.stdin)).unref();
  guardian = started;
  for (const [pid, how] of guarded) tell({ add: pid, ...how });
}

/** @param {object} message */
function tell(message) {
  guardian?.stdin?.write(`${JSON.stringify(message)}\n`);
}

/** From now on this process group ends when we are killed. @param {number} pid @param {How} how */
export function guard(pid, how) {
  ensureGuardian();
  guarded.set(pid, how);
  tell({ add: pid, ...how });
}

/** The process group has ended. @param {number} pid */
export function unguard(pid) {
  guarded.delete(pid);
  tell({ remove: pid });
}

/** Sends the guardian away: everything has ended in order. */
export function dismissGuardian() {
  tell({ bye: true });
  guardian?.stdin?.end();
  guardian = undefined;
}
