import { createHash, randomBytes } from "node:crypto";
import { unseal } from "@/lib/credentials/secret-box";
import type { ShareLink } from "@/lib/db/client/client";

/** A share link as members see it. Times are ISO 8601 UTC. */
export interface ShareLinkView {
  id: string;
  agentId: string;
  name: string;
  /** The caller's page. */
  url: string;
  version: "latest" | number;
  enabled: boolean;
  expiresAt: string | null;
  hasPasscode: boolean;
  maxCalls: number | null;
  maxConcurrent: number | null;
  allowedOrigins: string[];
  callsStarted: number;
  createdAt: string;
}

/** 24 random bytes: 192 bits that cannot be guessed. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function tokenContext(workspaceId: string): string {
  return `share-link:${workspaceId}`;
}

/** @param origin where this Parley is reached, such as http://localhost:3000 */
export function shareLinkView(row: ShareLink, origin: string): ShareLinkView {
  return {
    id: row.id,
    agentId: row.agentId,
    name: row.name,
    url: `${origin}/call/${unseal(row.tokenSealed, tokenContext(row.workspaceId))}`,
    version: row.version ?? "latest",
    enabled: row.enabled,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    hasPasscode: row.passcodeHash !== null,
    maxCalls: row.maxCalls,
    maxConcurrent: row.maxConcurrent,
    allowedOrigins: row.allowedOrigins,
    callsStarted: row.callsStarted,
    createdAt: row.createdAt.toISOString(),
  };
}
