import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes a private file in one step, so that a crash leaves the old one or the new one. @param {string} file @param {string} text */
export function writePrivate(file, text) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const next = `${file}.${process.pid}.tmp`;
  writeFileSync(next, text, { mode: 0o600 });
  renameSync(next, file);
}

/**
 * A random secret that is made once and then stays: the content of `dir/name`, hexadecimal.
 * @param {string} dir @param {string} name @param {number} bytes @returns {string}
 */
export function keepRandom(dir, name, bytes) {
  const file = path.join(dir, name);
  if (existsSync(file)) {
    const kept = readFileSync(file, "utf8").trim();
    if (kept) return kept;
  }
  const made = randomBytes(bytes).toString("hex");
  writePrivate(file, `${made}\n`);
  return made;
}

/**
 * Reads, or with `value` writes, one entry of a small JSON file of remembered choices (ports).
 * @param {string} dir @param {string} name @param {string} key @param {unknown} [value] @returns {unknown}
 */
export function keep(dir, name, key, value) {
  const file = path.join(dir, name);
  /** @type {Record<string, unknown>} */
  let all = {};
  try {
    all = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Missing or damaged: remembered choices can be made again.
  }
  if (value === undefined || all[key] === value) return all[key];
  writePrivate(file, `${JSON.stringify({ ...all, [key]: value }, null, 2)}\n`);
  return value;
}
