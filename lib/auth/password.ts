import { hash, verify } from "@node-rs/argon2";
import { randomBytes } from "node:crypto";

/** OWASP's least for argon2id: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const MIN_PASSWORD = 10;
/** Longer input would only keep the machine busy. */
export const MAX_PASSWORD = 200;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

let unknown: Promise<string> | undefined;

/** True when it is the password. With no stored hash the same work is done, so that the time does not tell whether a user exists. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  if (password.length > MAX_PASSWORD) return false;
  unknown ??= hashPassword(randomBytes(16).toString("hex"));
  const matches = await verify(stored ?? (await unknown), password);
  return stored !== null && matches;
}
