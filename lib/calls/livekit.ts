import { AccessToken, AgentDispatchClient, RoomServiceClient, TokenVerifier, type ParticipantInfo } from "livekit-server-sdk";
import { randomBytes } from "node:crypto";
import { ParleyError } from "@/lib/errors";
import type { JobMetadata } from "./protocol";

/** How callers' identities begin, so that anyone in the room who is not the agent can be told apart. */
export const CALLER_PREFIX = "caller_";
/** A room waits so long for somebody to join, and after the last one left (a caller whose network changes comes back). */
const EMPTY_SECONDS = 120;
const DEPARTURE_SECONDS = 30;
const REQUEST_SECONDS = 4;
/** `ParticipantInfo.Kind.AGENT` of LiveKit's protocol, which the server SDK does not export. */
const KIND_AGENT = 4;

/** The name under which agent workers register. Two copies of Parley on one LiveKit server need two names. */
export function agentName(): string {
  return process.env.PARLEY_AGENT_NAME || "parley";
}

function settings(): { url: string; key: string; secret: string } {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } = process.env;
  if (!url || !key || !secret) throw new ParleyError("unavailable", "The media server is not configured. Set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET, or use `npm start`, which brings one.");
  return { url, key, secret };
}

function clients() {
  const { url, key, secret } = settings();
  const options = { requestTimeout: REQUEST_SECONDS };
  return { rooms: new RoomServiceClient(url, key, secret, options), dispatch: new AgentDispatchClient(url, key, secret, options) };
}

/** A network error and a server's error both become one sentence; "not found" is for the caller of this to judge. */
async function ask<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ParleyError || isGone(cause)) throw cause;
    throw new ParleyError("unavailable", "The media server does not answer. Try again in a moment.", { retryAfterSeconds: 3 }, { cause });
  }
}

function isGone(error: unknown): boolean {
  return (error as { code?: string; status?: number })?.code === "not_found" || (error as { status?: number })?.status === 404;
}

/** Makes the room and sends for an agent, so that it is there when the caller arrives. @throws ParleyError unavailable */
export async function openRoom(room: string, job: JobMetadata): Promise<void> {
  await ask(() => clients().rooms.createRoom({ name: room, emptyTimeout: EMPTY_SECONDS, departureTimeout: DEPARTURE_SECONDS, maxParticipants: 8 }));
  await sendForAgent(room, job);
}

/** Asks for one more agent in a room. @throws ParleyError unavailable */
export async function sendForAgent(room: string, job: JobMetadata): Promise<void> {
  await ask(() => clients().dispatch.createDispatch(room, agentName(), { metadata: JSON.stringify(job) }));
}

/** Ends the room for everybody in it; a room that is gone already is fine. @throws ParleyError unavailable */
export async function closeRoom(room: string): Promise<void> {
  await ask(() => clients().rooms.deleteRoom(room)).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}

/** Removes a participant that is there in name only (its process died). */
export async function removeParticipant(room: string, identity: string): Promise<void> {
  await ask(() => clients().rooms.removeParticipant(room, identity)).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}

export interface RoomState {
  callers: string[];
  agents: string[];
}

/** Who is in the room; nobody when there is no such room. @throws ParleyError unavailable */
export async function lookIntoRoom(room: string): Promise<RoomState> {
  try {
    const people = await ask(() => clients().rooms.listParticipants(room));
    const isAgent = (person: ParticipantInfo) => Number(person.kind) === KIND_AGENT;
    return { agents: people.filter(isAgent).map((person) => person.identity), callers: people.filter((person) => !isAgent(person)).map((person) => person.identity) };
  } catch (error) {
    if (isGone(error)) return { callers: [], agents: [] };
    throw error;
  }
}

/** True when the media server answers; never throws. */
export async function livekitAnswers(): Promise<boolean> {
  try {
    await ask(() => clients().rooms.listRooms(["parley-health"]));
    return true;
  } catch {
    return false;
  }
}

/** What a caller needs to join. The token is for one room and lets its holder speak, show and send; valid for 10 minutes to join. */
export async function callerToken(callId: string, room: string): Promise<string> {
  const { key, secret } = settings();
  const token = new AccessToken(key, secret, { identity: `${CALLER_PREFIX}${randomBytes(9).toString("base64url")}`, name: "Caller", ttl: "10m", attributes: { "parley.call": callId } });
  token.addGrant({ roomJoin: true, room, canPublish: true, canSubscribe: true, canPublishData: true, canUpdateOwnMetadata: false });
  return token.toJwt();
}

/** The room that a caller's token is for; null when it is not one of ours. An expired one still says who its holder is. */
export async function roomOfCallerToken(jwt: string): Promise<string | null> {
  const { key, secret } = settings();
  try {
    // Long calls outlive their token, and the page may need to ask for help then.
    const claims = await new TokenVerifier(key, secret).verify(jwt, "24h");
    return claims.sub?.startsWith(CALLER_PREFIX) ? (claims.video?.room ?? null) : null;
  } catch {
    return null;
  }
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]", "0.0.0.0"]);

/**
 * The address that a caller's browser uses for LiveKit. `PARLEY_LIVEKIT_PUBLIC_URL` decides when set. Otherwise LIVEKIT_URL,
 * where a loopback address is replaced by the host that the page was asked at: on another machine of the network,
 * "localhost" would be that machine. (The server must listen there too; with TLS in front, set the variable.)
 * @param requestHost the request's Host header
 */
export function publicLivekitUrl(requestHost: string | null): string {
  const given = process.env.PARLEY_LIVEKIT_PUBLIC_URL;
  if (given) return given;
  const url = new URL(settings().url.replace(/^http/, "ws"));
  const asked = hostnameOf(requestHost);
  if (asked && LOOPBACK.has(url.hostname) && !LOOPBACK.has(asked)) url.hostname = asked;
  return url.href.replace(/\/$/, "");
}

function hostnameOf(host: string | null): string | null {
  try {
    return host ? new URL(`http://${host}`).hostname : null;
  } catch {
    return null;
  }
}
