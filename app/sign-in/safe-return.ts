const FALLBACK = "/agents";

/** Where to go after signing in: a path of our own, whatever somebody put into the link. */
export function safeReturn(given: unknown): string {
  if (typeof given !== "string" || given === "") return FALLBACK;
  const base = "http://here.invalid";
  let url: URL;
  try {
    url = new URL(given, base);
  } catch {
    return FALLBACK;
  }
  // next-auth gives whole addresses of our own; only their path counts, and a foreign host's path leads to our own pages.
  const path = `${url.pathname}${url.search}`;
  return url.origin === base && given.startsWith("/") && !path.startsWith("//") && !path.startsWith("/sign-in") && path !== "/" ? path : FALLBACK;
}
