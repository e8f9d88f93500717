import { db } from "@/lib/db";
import { ParleyError } from "@/lib/errors";
import { requireRole, type Actor } from "./actor";
import { audit } from "./audit";

function checked(name: string): string {
  const clean = name.trim();
  if (clean === "" || clean.length > 200 || clean.includes("\0")) throw new ParleyError("invalid", "A name has 1 to 200 characters.");
  return clean;
}

/** Changes one's own name. @throws ParleyError invalid, forbidden (API keys have no name of a person) */
export async function renameSelf(actor: Actor, name: string): Promise<void> {
  const { userId } = actor;
  if (!userId) throw new ParleyError("forbidden", "An API key is not a person.");
  await db().user.update({ where: { id: userId }, data: { name: checked(name) } });
}

/** Changes the workspace's name. @throws ParleyError invalid, forbidden */
export async function renameWorkspace(actor: Actor, name: string): Promise<void> {
  requireRole(actor, "admin");
  const clean = checked(name);
  await db().$transaction(async (tx) => {
    await tx.workspace.update({ where: { id: actor.workspaceId }, data: { name: clean } });
    await audit(tx, actor, "workspace.rename", actor.workspaceId);
  });
}
