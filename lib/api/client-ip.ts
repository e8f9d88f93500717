/** Set by instrumentation.ts on every request from its connection, whatever the client sent under this name. */
export const PEER_HEADER = "x-parley-peer";

/**
 * The address that a request came from: that of the connection. With proxies in front, `PARLEY_TRUST_PROXY` says how many,
 * and then the entry of `X-Forwarded-For` is taken that the outermost of them wrote; anything before it is the client's own
 * word, with which it could walk around limits.
 */
export function clientIp(headers: Headers): string {
  const peer = headers.get(PEER_HEADER) ?? "unknown";
  const proxies = Math.max(0, Math.floor(Number(process.env.PARLEY_TRUST_PROXY) || 0));
  if (proxies === 0) return peer;
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim()).filter(Boolean);
  return chain.at(-proxies) ?? peer;
}
