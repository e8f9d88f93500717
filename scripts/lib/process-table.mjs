import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process exists. @param {number} pid @returns {boolean} */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * When a process began, as an opaque text; undefined when there is none. With the number it names a process for good:
 * numbers are used again, so a number from a file must never be trusted alone.
 * @param {number} pid @returns {string | undefined}
 */
export function startOf(pid) {
  try {
    if (process.platform !== "linux") return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim() || undefined;
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in brackets, may hold spaces and brackets; the fields after it are numbers and the state.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? undefined : fields[18];
  } catch {
    return undefined;
  }
}

/** A process, named for good. @typedef {{ pid: number, start: string }} ProcessName */

/** @param {number} pid @returns {ProcessName} */
export function nameOf(pid) {
  return { pid, start: startOf(pid) ?? "" };
}

/** Whether this very process still runs. @param {ProcessName} name */
export function stillRuns(name) {
  return startOf(name.pid) === name.start;
}

/** Whether any process of the group exists, its leader or one that it left behind. @param {number} pgid */
export function groupExists(pgid) {
  try {
    process.kill(-pgid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** Sends a signal to a process group; no error when it is gone. @param {number} pgid @param {NodeJS.Signals} signal */
export function signalGroup(pgid, signal) {
  try {
    process.kill(-pgid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}

/**
 * Ends a process group: asks its leader, waits, then kills what is left of the group.
 * @param {number} pgid @param {NodeJS.Signals} signal how to ask @param {number} patienceMs how long to wait before killing
 */
export async function endGroup(pgid, signal, patienceMs) {
  try {
    process.kill(pgid, signal);
  } catch {
    // The leader is gone; its children may not be.
  }
  const until = Date.now() + patienceMs;
  while (isLeaderAlive(pgid) && Date.now() < until) await pause(25);
  if (groupExists(pgid)) {
    signalGroup(pgid, "SIGKILL");
    for (let waited = 0; groupExists(pgid) && waited < 2000; waited += 25) await pause(25);
  }
}

/** A zombie counts as ended: whoever should collect it may be gone. @param {number} pid */
function isLeaderAlive(pid) {
  return startOf(pid) !== undefined;
}

/** @param {number} ms */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
