import { fromJson } from "@/lib/db/json";
import type { FlowDocument } from "@/lib/flow/document/schema";
import type { Problem } from "@/lib/flow/problem";
import type { Actor } from "@/lib/teams/actor";
import { findAgent } from "./find-agent";
import { lintForWorkspace } from "./lint-document";
import { readDocument } from "./read-document";

/** Problems of a document that is being edited, or of the stored draft. @throws ParleyError not_found, invalid */
export async function lintAgent(actor: Actor, id: string, document?: unknown): Promise<{ problems: Problem[] }> {
  const agent = await findAgent(actor, id);
  const draft = document === undefined ? fromJson<FlowDocument>(agent.document) : readDocument(document);
  return { problems: await lintForWorkspace(actor, draft) };
}
