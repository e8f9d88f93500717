import { ParleyError } from "@/lib/errors";

export type Role = "owner" | "admin" | "editor" | "viewer";
const RANK: Record<Role, number> = { viewer: 0, editor: 1, admin: 2, owner: 3 };

/** Who acts, and in which workspace. Every use-case takes one and asks the database for nothing outside `workspaceId`. */
export interface Actor {
  workspaceId: string;
  userId: string | null;
  apiKeyId: string | null;
  role: Role;
}

/** @throws ParleyError forbidden */
export function requireRole(actor: Actor, least: Role): void {
  if (RANK[actor.role] < RANK[least]) throw new ParleyError("forbidden", `Your role (${actor.role}) does not allow this. Ask an owner of the workspace.`);
}
