import { db } from "@/lib/db";
import { pageSize, type Page, type PageRequest } from "@/lib/db/page";
import { ParleyError } from "@/lib/errors";
import type { Actor } from "@/lib/teams/actor";
import { versionSummary, type VersionSummary } from "./agent-view";
import { findAgent } from "./find-agent";

/** Published versions, newest first. The cursor is the number of the last version of the page before. @throws ParleyError not_found */
export async function listVersions(actor: Actor, agentId: string, request: PageRequest = {}): Promise<Page<VersionSummary>> {
  await findAgent(actor, agentId);
  const size = pageSize(request);
  const before = request.cursor === undefined ? undefined : Number(request.cursor);
  if (before !== undefined && !Number.isSafeInteger(before)) throw new ParleyError("bad_request", "The cursor is not valid. Start again without it.");
  const rows = await db().agentVersion.findMany({
    where: { agentId, workspaceId: actor.workspaceId, ...(before === undefined ? {} : { number: { lt: before } }) },
    omit: { document: true, plan: true },
    orderBy: { number: "desc" },
    take: size + 1,
  });
  const people = await db().user.findMany({ where: { id: { in: rows.flatMap((row) => row.createdById ?? []) } }, select: { id: true, email: true } });
  const emails = new Map(people.map((person) => [person.id, person.email]));
  const items = rows.slice(0, size).map((row) => versionSummary(row, emails.get(row.createdById ?? "") ?? null));
  return { items, nextCursor: rows.length > size ? String(items.at(-1)?.number) : null };
}
