import { getToken } from "next-auth/jwt";
import { db } from "@/lib/db";
import type { Actor } from "@/lib/teams/actor";
import { authSecret, cookieName } from "./settings";

export interface Member extends Actor {
  userId: string;
  email: string;
  name: string;
  workspaceName: string;
}

/**
 * The signed-in member of a request's cookies, looked up afresh, so that a removed member or a changed role counts at once.
 * Null when nobody is signed in.
 */
export async function memberOfHeaders(headers: Headers): Promise<Member | null> {
  const name = cookieName("session");
  if (!headers.get("cookie")?.includes(name)) return null;
  const token = await getToken({ req: { headers }, secret: authSecret(), salt: name, cookieName: name, secureCookie: false }).catch(() => null);
  if (!token?.sub) return null;
  const membership = await db().membership.findFirst({
    where: { userId: token.sub },
    include: { user: true, workspace: { select: { name: true } } },
    orderBy: { createdAt: "asc" },
  });
  // `signedInAt` is set once, at sign-in, so that "sign out everywhere" also ends sessions that are kept fresh.
  const signedInAt = typeof token.signedInAt === "number" ? token.signedInAt : 0;
  if (!membership || membership.user.sessionsFrom.getTime() > signedInAt) return null;
  const { user, workspace } = membership;
  return { workspaceId: membership.workspaceId, userId: user.id, apiKeyId: null, role: membership.role, email: user.email, name: user.name, workspaceName: workspace.name };
}
