import { db } from "@/lib/db";
import { fromJson, toJson } from "@/lib/db/json";
import { ParleyError } from "@/lib/errors";
import { compile } from "@/lib/flow";
import type { FlowDocument } from "@/lib/flow/document/schema";
import type { Problem } from "@/lib/flow/problem";
import { requireRole, type Actor } from "@/lib/teams/actor";
import { audit } from "@/lib/teams/audit";
import { lockAgent } from "./find-agent";
import { lintForWorkspace } from "./lint-document";

/**
 * Freezes the draft as the next version, with its plan.
 * @throws ParleyError flow_has_errors with `problems` (nothing is published then), not_found
 */
export async function publishAgent(actor: Actor, id: string, input: { note?: string } = {}): Promise<{ version: number; warnings: Problem[] }> {
  requireRole(actor, "editor");
  return db().$transaction(async (tx) => {
    const agent = await lockAgent(actor, id, tx);
    const document = fromJson<FlowDocument>(agent.document);
    const problems = await lintForWorkspace(actor, document, tx);
    if (problems.some((problem) => problem.severity === "error")) {
      throw new ParleyError("flow_has_errors", "This flow could not work on a call yet. Mend the errors and publish again.", { problems });
    }
    const plan = compile(document);
    const number = (agent.latestVersion ?? 0) + 1;
    await tx.agentVersion.create({
      data: { agentId: id, number, workspaceId: actor.workspaceId, document: toJson(document), plan: toJson(plan), hash: plan.hash, note: input.note ?? "", createdById: actor.userId },
    });
    await tx.agent.update({ where: { id }, data: { latestVersion: number } });
    await audit(tx, actor, "agent.publish", `${id}#${number}`);
    return { version: number, warnings: problems };
  });
}
