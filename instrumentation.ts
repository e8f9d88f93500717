/**
 * Runs once when the server starts. Next believes an `X-Forwarded-For` that the client made up and does not show route
 * handlers the connection, so its address is put where no client can put it.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { markPeers } = await import("@/lib/api/mark-peers");
  markPeers();
}
