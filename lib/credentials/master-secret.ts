import { hkdfSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync, linkSync, rmSync } from "node:fs";
import path from "node:path";

let kept: { from: string; secret: string } | undefined;

/** The directory of this installation. */
export function dataDir(): string {
  // The hint keeps the build from taking the whole checkout for data that belongs to this file.
  return path.resolve(/*turbopackIgnore: true*/ process.env.PARLEY_DATA || ".parley");
}

/**
 * The one secret of this installation: `PARLEY_SECRET`, or the file `secret` in the data directory, made at first use.
 * Everything else is derived from it, so one secret is all there is to keep and to move.
 */
export function masterSecret(): string {
  const given = process.env.PARLEY_SECRET?.trim();
  const file = path.join(dataDir(), "secret");
  const from = given ? "env" : file;
  if (kept?.from === from && (!given || kept.secret === given)) return kept.secret;
  const secret = given || readOrMake(file);
  if (secret.length < 32) throw new Error("PARLEY_SECRET is too short: give at least 32 characters, for instance from `openssl rand -hex 32`.");
  kept = { from, secret };
  return secret;
}

/** Two processes may start at once: the link is atomic, so both end with the same secret. */
function readOrMake(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}

/** A key for one purpose only: 32 bytes. */
export function derivedKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", masterSecret(), "parley", purpose, 32));
}
