import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import path from "node:path";
import { tryLock } from "./lock.mjs";
import { endGroup, stillRuns } from "./process-table.mjs";
import { SetupError, say } from "./say.mjs";

const NEEDED_BYTES = 300 * 1024 * 1024;

/**
 * Facts of the running system, for other programs on this machine (the `parley` command, tests); mode 600.
 * @typedef {object} Runtime
 * @property {number} pid @property {string} url @property {number} port @property {string} databaseUrl
 * @property {{ url: string, apiKey: string, apiSecret: string }} livekit @property {string} agentName
 * @property {Record<string, number>} pids by part: postgres, livekit, web, agent, jobs
 * @property {Record<string, import("./process-table.mjs").ProcessName>} processes the same, safe against numbers used again
 */

/** @param {string} dir */
export const runtimeFile = (dir) => path.join(dir, "runtime.json");

/** @param {string} dir @returns {Runtime | undefined} */
export function readRuntime(dir) {
  try {
    return JSON.parse(readFileSync(runtimeFile(dir), "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Makes the data directory ours: it can be written, has room, and no other start uses it. Ends what a killed start left
 * behind.
 * @param {string} dir @returns {Promise<() => void>} gives it back
 * @throws {SetupError}
 */
export async function takeDataDir(dir) {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOSPC") throw error;
    throw new SetupError(`Parley may not write its data directory ${dir}.`, "Correct its permissions, or set PARLEY_DATA to a directory that you own.");
  }
  const { bavail, bsize } = statfsSync(dir);
  if (bavail * bsize < NEEDED_BYTES) throw new SetupError(`The disk of ${dir} is full: ${Math.floor((bavail * bsize) / 1024 / 1024)} MB are left.`, "Free at least 300 MB, or set PARLEY_DATA to another disk.");
  const lock = tryLock(path.join(dir, "lock"));
  if ("holder" in lock) {
    const url = readRuntime(dir)?.url;
    throw new SetupError(`Parley already runs with this data directory${url ? `, at ${url}` : ""} (process ${lock.holder.pid}).`, "Use that one, stop it, or start a second copy with another PARLEY_DATA and PORT.");
  }
  await endLeftovers(dir);
  return () => {
    rmSync(runtimeFile(dir), { force: true });
    lock.release();
  };
}

/** Ends the processes of a start that was killed together with its guardian. @param {string} dir */
async function endLeftovers(dir) {
  if (!existsSync(runtimeFile(dir))) return;
  const left = Object.entries(readRuntime(dir)?.processes ?? {}).filter(([, name]) => stillRuns(name));
  if (left.length > 0) say("Ending what an interrupted start left running …");
  const database = left.filter(([name]) => name === "postgres");
  await Promise.all(left.filter(([name]) => name !== "postgres").map(([, { pid }]) => endGroup(pid, "SIGTERM", 3000)));
  for (const [, { pid }] of database) await endGroup(pid, "SIGINT", 15_000);
  rmSync(runtimeFile(dir), { force: true });
}
