import { memberOfHeaders } from "@/lib/auth/session-token";
import { ParleyError } from "@/lib/errors";
import type { Actor } from "@/lib/teams/actor";
import { actorOfApiKey } from "@/lib/teams/api-keys";

/**
 * Who asks: an API key's workspace, or a signed-in member. A page elsewhere can make a member's browser send its cookies, so
 * with cookies everything but reading must come from our own pages.
 * @throws ParleyError unauthorized, forbidden
 */
export async function authenticate(request: Request): Promise<Actor> {
  const [scheme, key] = (request.headers.get("authorization") ?? "").split(" ");
  if (scheme) {
    const actor = scheme.toLowerCase() === "bearer" && key ? await actorOfApiKey(key) : null;
    if (!actor) throw new ParleyError("unauthorized", "The API key is not valid. Make one with `npm run -s parley -- api-key create --name NAME`.");
    return actor;
  }
  const member = await memberOfHeaders(request.headers);
  if (!member) throw new ParleyError("unauthorized", "Sign in, or send an API key: `Authorization: Bearer KEY`.");
  if (request.method !== "GET" && request.method !== "HEAD" && !isSameOrigin(request)) {
    throw new ParleyError("forbidden", "This may only be asked from Parley's own pages. From elsewhere, use an API key.");
  }
  return member;
}

/** Browsers set these headers themselves; a page cannot forge them. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}
