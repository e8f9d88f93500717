import type { Tx } from "@/lib/db";
import type { Actor } from "./actor";

/** Notes who did what. `action` is "agent.publish"; `target` is an id. Never a secret, never a caller's words. */
export async function audit(tx: Tx, actor: Actor, action: string, target: string): Promise<void> {
  await tx.auditLog.create({ data: { workspaceId: actor.workspaceId, userId: actor.userId, apiKeyId: actor.apiKeyId, action, target } });
}
