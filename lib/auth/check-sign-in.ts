import { createHash } from "node:crypto";
import { db } from "@/lib/db";
import { allow } from "@/lib/db/rate-count";
import { ParleyError } from "@/lib/errors";
import { passwordMatches } from "./password";

const PER_PERSON_AND_IP = 10;
const PER_IP = 60;
const PER_PERSON = 200;
const WINDOW_SECONDS = 15 * 60;

/**
 * The user whose e-mail and password these are, or null. Unknown e-mails take as long as wrong passwords.
 * @throws ParleyError too_many_requests
 */
export async function checkSignIn(email: string, password: string, ip: string): Promise<{ id: string; email: string; name: string } | null> {
  const address = email.trim().toLowerCase();
  // Hashed because a key has a limited length, and because typed passwords end up in the e-mail field at times.
  const person = createHash("sha256").update(address).digest("hex").slice(0, 32);
  const tries = await Promise.all([
    allow(`sign-in:${person}:${ip}`, PER_PERSON_AND_IP, WINDOW_SECONDS),
    allow(`sign-in-ip:${ip}`, PER_IP, WINDOW_SECONDS),
    allow(`sign-in-person:${person}`, PER_PERSON, WINDOW_SECONDS),
  ]);
  if (tries.includes(false)) throw new ParleyError("too_many_requests", "Too many tries. Wait a quarter of an hour and try again.", { retryAfterSeconds: WINDOW_SECONDS });
  const user = address.includes("\0") ? null : await db().user.findUnique({ where: { email: address } });
  if (!(await passwordMatches(user?.passwordHash ?? null, password)) || !user) return null;
  return { id: user.id, email: user.email, name: user.name };
}
