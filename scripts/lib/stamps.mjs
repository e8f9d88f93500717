import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { paths } from "./paths.mjs";

/** Not inputs of a build: tests, and what builds make. */
const SKIP = /(^|\/)(node_modules|\.next|dist|client|\.parley)(\/|$)|\.test\.tsx?$|\.md$/;

/**
 * A hash of the content of files and directories of the checkout; what does not exist counts as empty.
 * @param {string[]} inputs relative to the checkout @param {string} [extra] anything else that matters (a version)
 * @returns {string}
 */
export function hashOf(inputs, extra = "") {
  const hash = createHash("sha256").update(extra);
  const visit = (/** @type {string} */ relative) => {
    const full = path.join(paths.root, relative);
    if (SKIP.test(relative) || !existsSync(full)) return;
    if (statSync(full).isDirectory()) return readdirSync(full).sort().forEach((name) => visit(`${relative}/${name}`));
    hash.update(`\0${relative}\0`).update(readFileSync(full));
  };
  inputs.forEach(visit);
  return hash.digest("hex");
}

const fileOf = (/** @type {string} */ name) => path.join(paths.root, "dist/.stamps", name);

/** Whether the step `name` was last finished with the same inputs. @param {string} name @param {string} hash */
export function isFresh(name, hash) {
  try {
    return readFileSync(fileOf(name), "utf8") === hash;
  } catch {
    return false;
  }
}

/** Remembers that the step `name` is finished. @param {string} name @param {string} hash */
export function setFresh(name, hash) {
  mkdirSync(path.dirname(fileOf(name)), { recursive: true });
  writeFileSync(fileOf(name), hash);
}

/** Forgets the step `name` before it runs again: half of a new result must not pass for the old one. @param {string} name */
export function setStale(name) {
  rmSync(fileOf(name), { force: true });
}
