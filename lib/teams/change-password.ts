import { hashPassword, passwordMatches } from "@/lib/auth/password";
import { db } from "@/lib/db";
import { allow } from "@/lib/db/rate-count";
import { ParleyError } from "@/lib/errors";
import type { Actor } from "./actor";
import { audit } from "./audit";

/** Sets a new password; every session, this one too, has to sign in again. @throws ParleyError forbidden, too_many_requests */
export async function changePassword(actor: Actor, input: { current: string; next: string }): Promise<void> {
  if (!actor.userId) throw new ParleyError("forbidden", "An API key has no password. Sign in to change yours.");
  const { userId } = actor;
  if (!(await allow(`change-password:${userId}`, 10, 900))) throw new ParleyError("too_many_requests", "Too many tries. Wait a quarter of an hour.", { retryAfterSeconds: 900 });
  const user = await db().user.findUniqueOrThrow({ where: { id: userId } });
  if (user.passwordHash && !(await passwordMatches(user.passwordHash, input.current))) throw new ParleyError("forbidden", "The current password is not right.");
  const passwordHash = await hashPassword(input.next);
  await db().$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash, sessionsFrom: new Date() } });
    await audit(tx, actor, "password.change", userId);
  });
}
