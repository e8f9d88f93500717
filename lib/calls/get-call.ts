import { db } from "@/lib/db";
import { fromJson } from "@/lib/db/json";
import { notFound } from "@/lib/errors";
import type { Values } from "@/lib/flow/engine/values";
import type { Plan } from "@/lib/flow/plan";
import type { Actor } from "@/lib/teams/actor";
import { callSummary, summarySelect, type CallDetail } from "./call-view";
import { projectCall } from "./project-call";
import { readEvents } from "./read-events";

/** A call as it is at this moment. @throws ParleyError not_found */
export async function getCall(actor: Actor, id: string): Promise<CallDetail> {
  const row = await db().call.findFirst({ where: { id, workspaceId: actor.workspaceId }, select: { ...summarySelect, recordingUrl: true, initialVariables: true } });
  if (!row) throw notFound("call");
  const { recordingUrl, initialVariables, ...summary } = row;
  const { path, variables, transcript, turns, resumed, node } = projectCall(await readEvents(id), fromJson<Values>(initialVariables));
  return { ...callSummary(summary), path, variables, transcript, turns, recordingUrl, resumed, node };
}

/** The plan that a call ran or runs, for showing its path on a canvas. @throws ParleyError not_found */
export async function getCallPlan(actor: Actor, id: string): Promise<Plan> {
  const row = await db().call.findFirst({ where: { id, workspaceId: actor.workspaceId }, select: { plan: true } });
  if (!row) throw notFound("call");
  return fromJson<Plan>(row.plan);
}
