import { hkdfSync } from "node:crypto";
import { keepRandom } from "./kept.mjs";
import { SetupError } from "./say.mjs";

/**
 * The secret of this installation and what is derived from it, so that one secret is all there is to keep. The same
 * derivation as lib/credentials/master-secret.ts.
 * @param {string} dataDir @returns {{ secret: string, authSecret: string, workerKey: string, agentName: string }}
 */
export function secretsOf(dataDir) {
  const secret = process.env.PARLEY_SECRET?.trim() || keepRandom(dataDir, "secret", 32);
  if (secret.length < 32) throw new SetupError("PARLEY_SECRET is too short.", "Give at least 32 characters, for instance from `openssl rand -hex 32`.");
  const derive = (/** @type {string} */ purpose) => Buffer.from(hkdfSync("sha256", secret, "parley", purpose, 32)).toString("hex");
  return {
    secret,
    authSecret: process.env.AUTH_SECRET || derive("auth"),
    workerKey: process.env.PARLEY_WORKER_KEY || derive("worker"),
    // One of its own for each data directory: two copies that share a LiveKit must not take each other's calls.
    agentName: process.env.PARLEY_AGENT_NAME || `parley-${keepRandom(dataDir, "install-id", 6)}`,
  };
}
