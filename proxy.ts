import { NextResponse, type NextRequest } from "next/server";
import { SECURITY_HEADERS, contentSecurityPolicy } from "@/lib/api/security-headers";

/** Gives every page its security headers. Who may see what is decided where the data is read. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const response = NextResponse.next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  const token = /^\/call\/([^/]+)/.exec(request.nextUrl.pathname)?.[1];
  const policy = contentSecurityPolicy({ frameAncestors: token ? await embeddersOf(token) : [], development: process.env.NODE_ENV === "development" });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** The websites that may embed a caller's page. Asked of our own API, so that this file needs no database. */
async function embeddersOf(token: string): Promise<string[]> {
  try {
    const answer = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/share/${token}`, { signal: AbortSignal.timeout(2000) });
    const { allowedOrigins } = (await answer.json()) as { allowedOrigins?: string[] };
    return allowedOrigins ?? [];
  } catch {
    return [];
  }
}

export const config = { matcher: ["/((?!api/|_next/|.*\\.[a-z0-9]+$).*)"] };
