import { db, type Tx } from "@/lib/db";
import { fromJson } from "@/lib/db/json";
import type { ShareLink } from "@/lib/db/client/client";
import { ParleyError } from "@/lib/errors";
import type { Plan } from "@/lib/flow/plan";
import { hashToken } from "./share-link-view";

/** What the caller's page shows before the call. */
export interface SharePage {
  agentName: string;
  /** Always true: the page says that an AI answers. */
  isAi: true;
  /** Calls are not recorded yet. */
  recording: false;
  language: string;
  passcodeNeeded: boolean;
  /** Set when no call can start now: an error code and a sentence for the caller. */
  closed: { code: string; message: string } | null;
  allowedOrigins: string[];
}

export type LinkWithAgent = ShareLink & { agent: { name: string; deletedAt: Date | null; latestVersion: number | null } };

/** @param token as it stands in the address; anything may be in it */
export async function findShareLink(token: string, tx: Tx = db()): Promise<LinkWithAgent | null> {
  if (!/^[A-Za-z0-9_-]{16,128}$/.test(token)) return null;
  const row = await tx.shareLink.findUnique({ where: { tokenHash: hashToken(token) }, include: { agent: { select: { name: true, deletedAt: true, latestVersion: true } } } });
  return row && !row.agent.deletedAt ? row : null;
}

/** Null when there is no such link. Never throws for what the link says; the page shows `closed`. */
export async function resolveShareLink(token: string): Promise<SharePage | null> {
  const link = await findShareLink(token);
  if (!link) return null;
  const number = link.version ?? link.agent.latestVersion;
  const version = number === null ? null : await db().agentVersion.findUnique({ where: { agentId_number: { agentId: link.agentId, number } }, select: { plan: true } });
  const plan = version ? fromJson<Plan>(version.plan) : null;
  const error = plan ? whyClosed(link) : new ParleyError("agent_not_published", "This agent is not ready for calls yet.");
  return {
    agentName: plan?.name ?? link.agent.name,
    isAi: true,
    recording: false,
    language: plan?.persona.language ?? "en",
    passcodeNeeded: link.passcodeHash !== null,
    closed: error ? { code: error.code, message: error.message } : null,
    allowedOrigins: link.allowedOrigins,
  };
}

/** Why no call may start on this link, apart from passcode and busy lines; null when it may. */
export function whyClosed(link: Pick<ShareLink, "enabled" | "expiresAt" | "maxCalls" | "callsStarted">, now = new Date()): ParleyError | null {
  if (!link.enabled) return new ParleyError("link_off", "This link is switched off. Ask whoever gave it to you.");
  if (link.expiresAt && link.expiresAt <= now) return new ParleyError("link_expired", "This link has expired. Ask whoever gave it to you for a new one.");
  if (link.maxCalls !== null && link.callsStarted >= link.maxCalls) return new ParleyError("link_used_up", "This link has been used as often as it may be.");
  return null;
}
