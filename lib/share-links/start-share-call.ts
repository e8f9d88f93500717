import { verify } from "@node-rs/argon2";
import { createHash } from "node:crypto";
import { planOf } from "@/lib/agents/get-version";
import { connectCall, storeCall, type JoinableCall } from "@/lib/calls/create-call";
import { db, type Tx } from "@/lib/db";
import { allow, giveBack } from "@/lib/db/rate-count";
import { ParleyError, notFound } from "@/lib/errors";
import { findShareLink, whyClosed, type LinkWithAgent } from "./resolve-share-link";

export interface StartShareCall {
  passcode?: string;
  /** The website that embeds the page, when it is not our own; null: our own page. */
  embedder: string | null;
  /** Of the caller, for limits only; it is not stored. */
  ip: string;
  requestHost: string | null;
}

const PER_MINUTE_AND_IP = 30;
const WRONG_PASSCODES_PER_IP = 10;
const WRONG_PASSCODES_PER_LINK = 100;
const PASSCODE_WINDOW_SECONDS = 15 * 60;
/** A queued call whose caller never came stops counting as a busy line after this. */
const PENDING_SECONDS = 60;

/**
 * Starts a call for whoever has the link, within its limits. Limits hold however many start at the same moment.
 * @throws ParleyError not_found, link_off, link_expired, link_used_up, link_busy, passcode_needed, origin_not_allowed, too_many_requests, agent_not_published, unavailable
 */
export async function startShareCall(token: string, input: StartShareCall): Promise<JoinableCall> {
  if (!(await allow(`share-start:${ipKey(input.ip)}`, PER_MINUTE_AND_IP, 60))) throw tooMany("Too many calls from your connection. Wait a minute.", 60);
  const link = await findShareLink(token);
  if (!link) throw notFound("share link");
  const closed = whyClosed(link);
  if (closed) throw closed;
  if (input.embedder !== null && !link.allowedOrigins.includes(input.embedder)) throw new ParleyError("origin_not_allowed", "This link may not be used from that website.");
  await checkPasscode(link, input);
  const stored = await db().$transaction(async (tx) => {
    // Holding the row makes "count, then start" one step.
    await tx.$queryRaw`SELECT 1 FROM "ShareLink" WHERE "id" = ${link.id} FOR UPDATE`;
    const now = await findShareLink(token, tx);
    if (!now) throw notFound("share link");
    const closedNow = whyClosed(now);
    if (closedNow) throw closedNow;
    if (now.maxConcurrent !== null && (await busyLines(now.id, tx)) >= now.maxConcurrent) throw new ParleyError("link_busy", "All lines are busy. Try again in a moment.", { retryAfterSeconds: 15 });
    const { plan, version } = await planOf(now, now.agentId, now.version ?? "latest", { tx });
    const { timezone } = await tx.workspace.findUniqueOrThrow({ where: { id: now.workspaceId }, select: { timezone: true } });
    await tx.shareLink.update({ where: { id: now.id }, data: { callsStarted: { increment: 1 } } });
    return storeCall({ workspaceId: now.workspaceId, agentId: now.agentId, version, plan, timezone, shareLinkId: now.id }, tx);
  });
  try {
    return await connectCall(stored, input.requestHost);
  } catch (error) {
    // A call that never came about does not use up the link.
    await db().shareLink.updateMany({ where: { id: link.id, callsStarted: { gt: 0 } }, data: { callsStarted: { decrement: 1 } } });
    throw error;
  }
}

async function busyLines(shareLinkId: string, tx: Tx): Promise<number> {
  const pendingSince = new Date(Date.now() - PENDING_SECONDS * 1000);
  return tx.call.count({ where: { shareLinkId, OR: [{ status: { in: ["live", "ringing"] } }, { status: "queued", OR: [{ startedAt: { gt: pendingSince } }, { callerSeenAt: { not: null } }] }] } });
}

async function checkPasscode(link: LinkWithAgent, input: StartShareCall): Promise<void> {
  if (!link.passcodeHash) return;
  if (!input.passcode) throw new ParleyError("passcode_needed", "Enter the passcode that came with the link.");
  // Tries are counted before they are judged, so that many at once gain nothing.
  const [mine, all] = [`passcode:${link.id}:${ipKey(input.ip)}`, `passcode:${link.id}`];
  const mayTry = (await allow(mine, WRONG_PASSCODES_PER_IP, PASSCODE_WINDOW_SECONDS)) && (await allow(all, WRONG_PASSCODES_PER_LINK, PASSCODE_WINDOW_SECONDS));
  if (!mayTry) throw tooMany("Too many wrong passcodes. Wait a quarter of an hour.", PASSCODE_WINDOW_SECONDS);
  if (!(await verify(link.passcodeHash, input.passcode))) throw new ParleyError("passcode_needed", "That passcode is not right. Check it and try again.");
  await Promise.all([giveBack(mine), giveBack(all)]);
}

/** Limits need to tell callers apart, not to know who they are. */
function ipKey(ip: string): string {
  return createHash("sha256").update(`parley-ip:${ip}`).digest("hex").slice(0, 24);
}

function tooMany(message: string, retryAfterSeconds: number): ParleyError {
  return new ParleyError("too_many_requests", message, { retryAfterSeconds });
}
