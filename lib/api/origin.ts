const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Where people reach this Parley, without a slash at the end. `PARLEY_URL` when it names a real host; on a machine of one's
 * own (PARLEY_URL is then a loopback address) the name by which this request came, so that links work on the local network.
 */
export function publicOrigin(request: { headers: Pick<Headers, "get">; url: string }): string {
  const configured = process.env.PARLEY_URL && URL.canParse(process.env.PARLEY_URL) ? new URL(process.env.PARLEY_URL) : null;
  if (configured && !LOOPBACK.has(configured.hostname)) return configured.origin;
  const host = request.headers.get("host");
  const scheme = configured?.protocol ?? new URL(request.url).protocol;
  if (host && URL.canParse(`http://${host}`)) return new URL(`${scheme}//${host}`).origin;
  return configured?.origin ?? new URL(request.url).origin;
}
