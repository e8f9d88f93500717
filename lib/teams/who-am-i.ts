import { db } from "@/lib/db";
import type { Actor, Role } from "./actor";

export interface WhoAmI {
  user: { id: string; email: string; name: string } | null;
  apiKey: { id: string; name: string } | null;
  role: Role;
  workspace: { id: string; name: string; timezone: string };
}

/** Who is behind an actor. */
export async function whoAmI(actor: Actor): Promise<WhoAmI> {
  const workspace = await db().workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { id: true, name: true, timezone: true } });
  const user = actor.userId ? await db().user.findUnique({ where: { id: actor.userId }, select: { id: true, email: true, name: true } }) : null;
  const apiKey = actor.apiKeyId ? await db().apiKey.findUnique({ where: { id: actor.apiKeyId }, select: { id: true, name: true } }) : null;
  return { user, apiKey, role: actor.role, workspace };
}
