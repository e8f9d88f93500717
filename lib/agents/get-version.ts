import { db, type Tx } from "@/lib/db";
import { fromJson } from "@/lib/db/json";
import { ParleyError, notFound } from "@/lib/errors";
import { compile } from "@/lib/flow";
import type { FlowDocument } from "@/lib/flow/document/schema";
import type { Plan } from "@/lib/flow/plan";
import type { Actor } from "@/lib/teams/actor";
import { versionSummary, type VersionSummary } from "./agent-view";
import { findAgent } from "./find-agent";
import { lintForWorkspace } from "./lint-document";

export type VersionChoice = "draft" | "latest" | number;

/** A published version with its document. @throws ParleyError not_found */
export async function getVersion(actor: Actor, agentId: string, number: number): Promise<VersionSummary & { document: FlowDocument }> {
  await findAgent(actor, agentId);
  const row = await db().agentVersion.findFirst({ where: { agentId, number, workspaceId: actor.workspaceId } });
  if (!row) throw notFound("version");
  const by = row.createdById ? await db().user.findUnique({ where: { id: row.createdById }, select: { email: true } }) : null;
  return { ...versionSummary(row, by?.email ?? null), document: fromJson<FlowDocument>(row.document) };
}

/**
 * The plan that a call runs. "draft" compiles what is saved now; with `tolerant`, also one with errors.
 * @throws ParleyError not_found, agent_not_published, flow_has_errors with `problems`
 */
export async function planOf(actor: Pick<Actor, "workspaceId">, agentId: string, choice: VersionChoice, options: { tx?: Tx; tolerant?: boolean } = {}): Promise<{ plan: Plan; version: number | null; agentName: string }> {
  const { tx = db() } = options;
  const agent = await findAgent(actor, agentId, tx);
  if (choice === "draft") {
    const document = fromJson<FlowDocument>(agent.document);
    const problems = options.tolerant ? [] : await lintForWorkspace(actor, document, tx);
    if (problems.some((problem) => problem.severity === "error")) throw new ParleyError("flow_has_errors", "This flow could not work on a call yet. Mend the errors and try again.", { problems });
    return { plan: compile(document), version: null, agentName: agent.name };
  }
  const number = choice === "latest" ? agent.latestVersion : choice;
  if (number === null) throw new ParleyError("agent_not_published", `"${agent.name}" has no published version yet. Publish it first.`);
  const row = await tx.agentVersion.findFirst({ where: { agentId, number, workspaceId: actor.workspaceId }, select: { plan: true } });
  if (!row) throw notFound("version");
  return { plan: fromJson<Plan>(row.plan), version: number, agentName: agent.name };
}
