import { randomBytes } from "node:crypto";
import { hashPassword, MIN_PASSWORD } from "@/lib/auth/password";
import { db } from "@/lib/db";

export interface FirstRun {
  /** False when there was an owner already; then nothing was changed. */
  created: boolean;
  email: string;
  /** The password that was made up, to be shown this once; null when it was given or made earlier. */
  password: string | null;
}

/** One lock number for "the first run", so that two processes that start at once make one owner. */
const LOCK = 7_275_394_001n;

/**
 * Makes the owner and a workspace when there are none. E-mail and password come from PARLEY_OWNER_EMAIL and
 * PARLEY_OWNER_PASSWORD; without them it is owner@parley.local and a random password.
 */
export async function ensureFirstRun(): Promise<FirstRun> {
  const given = process.env.PARLEY_OWNER_PASSWORD;
  if (given !== undefined && given.length < MIN_PASSWORD) throw new Error(`PARLEY_OWNER_PASSWORD is too short: at least ${MIN_PASSWORD} characters.`);
  const email = (process.env.PARLEY_OWNER_EMAIL || "owner@parley.local").trim().toLowerCase();
  const password = given ?? randomBytes(12).toString("base64url");
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    const owner = await tx.membership.findFirst({ where: { role: "owner" }, include: { user: { select: { email: true } } }, orderBy: { createdAt: "asc" } });
    if (owner) return { created: false, email: owner.user.email, password: null };
    await tx.user.create({
      data: {
        email,
        name: "Owner",
        passwordHash: await hashPassword(password),
        memberships: { create: { role: "owner", workspace: { create: { name: "My workspace", timezone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC" } } } },
      },
    });
    return { created: true, email, password: given === undefined ? password : null };
  });
}

/** The actor for the command line, which whoever may read the data directory may use: the owner of the first workspace. */
export async function commandLineActor() {
  const owner = await db().membership.findFirst({ where: { role: "owner" }, orderBy: { createdAt: "asc" } });
  if (!owner) throw new Error("There is no workspace yet. Start Parley once with `npm start`.");
  return { workspaceId: owner.workspaceId, userId: owner.userId, apiKeyId: null, role: "owner" as const };
}
