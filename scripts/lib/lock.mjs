import { linkSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nameOf, pause, stillRuns } from "./process-table.mjs";

/** What a lock file says about its holder. @typedef {{ pid: number, start: string, note?: string }} Holder */

/** @param {string} file @returns {Holder | undefined} */
function holderOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Takes a lock that lasts as long as this process: a file with the holder's name, made in one step. A lock whose holder
 * has died is taken over.
 * @param {string} file @param {string} [note] shown to others @returns {{ release: () => void } | { holder: Holder }}
 */
export function tryLock(file, note) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ ...nameOf(process.pid), note }), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        linkSync(draft, file);
        return { release: () => rmSync(file, { force: true }) };
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
      }
      const holder = holderOf(file);
      if (holder && stillRuns(holder)) return { holder };
      try {
        unlinkSync(file);
      } catch {
        // Somebody else was quicker; look again.
      }
    }
    return { holder: holderOf(file) ?? { pid: 0, start: "" } };
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes a lock, waiting while another process holds it.
 * @param {string} file @param {() => void} onWait called once when it has to wait @returns {Promise<() => void>} releases it
 */
export async function waitForLock(file, onWait) {
  for (let first = true; ; first = false) {
    const lock = tryLock(file);
    if ("release" in lock) return lock.release;
    if (first) onWait();
    await pause(300);
  }
}
