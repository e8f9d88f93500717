import { createHash, randomBytes } from "node:crypto";
import { db } from "@/lib/db";
import type { ApiKey } from "@/lib/db/client/client";
import { notFound } from "@/lib/errors";
import { requireRole, type Actor } from "./actor";
import { audit } from "./audit";

export interface ApiKeyView {
  id: string;
  name: string;
  /** The first characters, to tell keys apart. */
  prefix: string;
  createdAt: string;
  lastUsedAt: string | null;
}

const PREFIX = "pk_";
/** "Last used" is for people; once in a while is exact enough and saves a write on every request. */
const NOTE_USE_EVERY_MS = 60_000;

function hashKey(key: string): string {
  // A fast hash is right here: the key has 256 random bits, so there is nothing to guess.
  return createHash("sha256").update(key).digest("hex");
}

/** Makes a key. `key` is shown this once; only its hash is kept. @throws ParleyError forbidden */
export async function createApiKey(actor: Actor, name: string): Promise<ApiKeyView & { key: string }> {
  requireRole(actor, "admin");
  const key = `${PREFIX}${randomBytes(32).toString("base64url")}`;
  const row = await db().$transaction(async (tx) => {
    const made = await tx.apiKey.create({ data: { workspaceId: actor.workspaceId, name, prefix: key.slice(0, 9), hash: hashKey(key), createdById: actor.userId } });
    await audit(tx, actor, "api-key.create", made.id);
    return made;
  });
  return { ...view(row), key };
}

/** Keys that work, newest first. */
export async function listApiKeys(actor: Actor): Promise<ApiKeyView[]> {
  requireRole(actor, "admin");
  return (await db().apiKey.findMany({ where: { workspaceId: actor.workspaceId, revokedAt: null }, orderBy: { createdAt: "desc" } })).map(view);
}

/** The key stops working at once. @throws ParleyError not_found, forbidden */
export async function revokeApiKey(actor: Actor, id: string): Promise<void> {
  requireRole(actor, "admin");
  await db().$transaction(async (tx) => {
    const { count } = await tx.apiKey.updateMany({ where: { id, workspaceId: actor.workspaceId, revokedAt: null }, data: { revokedAt: new Date() } });
    if (count === 0) throw notFound("API key");
    await audit(tx, actor, "api-key.revoke", id);
  });
}

/** Who a key speaks for; null when it is not one that works. */
export async function actorOfApiKey(key: string): Promise<Actor | null> {
  if (!key.startsWith(PREFIX) || key.length > 100) return null;
  const row = await db().apiKey.findUnique({ where: { hash: hashKey(key) } });
  if (!row || row.revokedAt) return null;
  if (!row.lastUsedAt || Date.now() - row.lastUsedAt.getTime() > NOTE_USE_EVERY_MS) {
    await db().apiKey.updateMany({ where: { id: row.id }, data: { lastUsedAt: new Date() } });
  }
  return { workspaceId: row.workspaceId, userId: null, apiKeyId: row.id, role: "admin" };
}

function view(row: ApiKey): ApiKeyView {
  return { id: row.id, name: row.name, prefix: row.prefix, createdAt: row.createdAt.toISOString(), lastUsedAt: row.lastUsedAt?.toISOString() ?? null };
}
