import { hash } from "@node-rs/argon2";
import { findAgent } from "@/lib/agents/find-agent";
import { seal } from "@/lib/credentials/secret-box";
import { db } from "@/lib/db";
import { ParleyError, notFound } from "@/lib/errors";
import { requireRole, type Actor } from "@/lib/teams/actor";
import { audit } from "@/lib/teams/audit";
import { hashToken, newToken, shareLinkView, tokenContext, type ShareLinkView } from "./share-link-view";

export interface ShareLinkInput {
  name?: string;
  /** "latest" when absent. */
  version?: "latest" | number;
  expiresAt?: Date | null;
  passcode?: string | null;
  maxCalls?: number | null;
  maxConcurrent?: number | null;
  /** Origins that may embed the page: "https://example.com". */
  allowedOrigins?: string[];
  enabled?: boolean;
}

/** Makes a link that anybody who has it can call. @throws ParleyError not_found, agent_not_published when a version is named that is not there, forbidden */
export async function createShareLink(actor: Actor, agentId: string, input: ShareLinkInput, origin: string): Promise<ShareLinkView> {
  requireRole(actor, "editor");
  await findAgent(actor, agentId);
  await requireVersion(actor, agentId, input.version);
  const token = newToken();
  const columns = await columnsOf(input);
  const row = await db().$transaction(async (tx) => {
    const made = await tx.shareLink.create({
      data: { ...columns, workspaceId: actor.workspaceId, agentId, createdById: actor.userId, tokenHash: hashToken(token), tokenSealed: seal(token, tokenContext(actor.workspaceId)) },
    });
    await audit(tx, actor, "share-link.create", made.id);
    return made;
  });
  return shareLinkView(row, origin);
}

/** A pinned version must exist; "latest" may still come. */
export async function requireVersion(actor: Actor, agentId: string, version: "latest" | number | undefined): Promise<void> {
  if (typeof version !== "number") return;
  const found = await db().agentVersion.findFirst({ where: { agentId, number: version, workspaceId: actor.workspaceId }, select: { number: true } });
  if (!found) throw notFound("version");
}

/** The input as columns; what is absent stays as it is. @throws ParleyError invalid for an origin that is none */
export async function columnsOf(input: ShareLinkInput) {
  const { name, expiresAt, maxCalls, maxConcurrent, enabled } = input;
  return {
    name, expiresAt, maxCalls, maxConcurrent, enabled,
    version: input.version === undefined ? undefined : input.version === "latest" ? null : input.version,
    passcodeHash: input.passcode === undefined ? undefined : input.passcode === null || input.passcode === "" ? null : await hash(input.passcode),
    allowedOrigins: input.allowedOrigins?.map(originOf),
  };
}

/** Only an exact origin: what is stored goes into a Content-Security-Policy header. */
function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !["https:", "http:"].includes(url.protocol) || !/^https?:\/\/[a-z0-9.:[\]-]+$/.test(url.origin)) throw new ParleyError("invalid", `"${text.slice(0, 100)}" is not a website's address. Write it like https://example.com`);
  return url.origin;
}
