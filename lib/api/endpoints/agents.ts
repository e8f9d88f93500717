import { z } from "zod";
import { createAgent } from "@/lib/agents/create-agent";
import { deleteAgent, restoreAgent } from "@/lib/agents/delete-agent";
import { duplicateAgent } from "@/lib/agents/duplicate-agent";
import { getAgent } from "@/lib/agents/get-agent";
import { getVersion } from "@/lib/agents/get-version";
import { lintAgent } from "@/lib/agents/lint-agent";
import { listAgents } from "@/lib/agents/list-agents";
import { listVersions } from "@/lib/agents/list-versions";
import { publishAgent } from "@/lib/agents/publish-agent";
import { saveDraft } from "@/lib/agents/save-draft";
import { apiEndpoint } from "../endpoint";
import { documentBody, id, idParams, name, page, pageQuery, problem, time } from "../schemas";

const tag = "Agents";
const summaryShape = { id, name: z.string(), revision: z.number().int(), latestVersion: z.number().int().nullable(), createdAt: time, updatedAt: time };
const agent = z.object(summaryShape).meta({ ref: "Agent" });
const agentWithDraft = z.object({ ...summaryShape, document: documentBody });
const versionShape = { number: z.number().int(), note: z.string(), hash: z.string(), createdAt: time, createdBy: z.string().nullable() };
const versionParams = z.object({ id, number: z.coerce.number().int().min(1).max(1_000_000_000) });

export const agentEndpoints = [
  apiEndpoint({
    method: "GET", path: "/api/v1/agents", tag, summary: "List agents, newest first",
    query: z.strictObject({ ...pageQuery, name: z.string().max(200).optional(), search: z.string().max(200).optional() }),
    answer: page(agent),
    handle: ({ actor, query }) => listAgents(actor, query),
  }),
  apiEndpoint({
    method: "POST", path: "/api/v1/agents", tag, summary: "Make an agent", status: 201, errors: ["invalid"],
    body: z.strictObject({ document: documentBody }),
    answer: agent,
    handle: ({ actor, body }) => createAgent(actor, body.document),
  }),
  apiEndpoint({
    method: "GET", path: "/api/v1/agents/{id}", tag, summary: "The agent with its draft", errors: ["not_found"],
    params: idParams, answer: agentWithDraft,
    handle: ({ actor, params }) => getAgent(actor, params.id),
  }),
  apiEndpoint({
    method: "PUT", path: "/api/v1/agents/{id}", tag, summary: "Save the draft; 409 when someone else saved since", errors: ["not_found", "revision_conflict", "invalid"],
    params: idParams, body: z.strictObject({ document: documentBody, revision: z.number().int().min(0).max(2_000_000_000) }), answer: agent,
    handle: ({ actor, params, body }) => saveDraft(actor, params.id, body),
  }),
  apiEndpoint({
    method: "DELETE", path: "/api/v1/agents/{id}", tag, summary: "Put the agent away (restore brings it back)", errors: ["not_found"],
    params: idParams,
    handle: ({ actor, params }) => deleteAgent(actor, params.id),
  }),
  apiEndpoint({
    method: "POST", path: "/api/v1/agents/{id}/restore", tag, summary: "Bring a deleted agent back", errors: ["not_found"],
    params: idParams, answer: agent,
    handle: ({ actor, params }) => restoreAgent(actor, params.id),
  }),
  apiEndpoint({
    method: "POST", path: "/api/v1/agents/{id}/duplicate", tag, summary: "Make a new agent from the draft", status: 201, errors: ["not_found"],
    params: idParams, body: z.strictObject({ name: name.optional() }), bodyOptional: true, answer: agent,
    handle: ({ actor, params, body }) => duplicateAgent(actor, params.id, body),
  }),
  apiEndpoint({
    method: "POST", path: "/api/v1/agents/{id}/lint", tag, summary: "Everything that is wrong with a document, or with the draft", errors: ["not_found", "invalid"],
    params: idParams, body: z.strictObject({ document: documentBody.optional() }), bodyOptional: true, answer: z.object({ problems: z.array(problem) }),
    handle: ({ actor, params, body }) => lintAgent(actor, params.id, body.document),
  }),
  apiEndpoint({
    method: "POST", path: "/api/v1/agents/{id}/publish", tag, summary: "Freeze the draft as the next version; 422 with problems when it could not work", errors: ["not_found", "flow_has_errors"],
    params: idParams, body: z.strictObject({ note: z.string().max(2000).optional() }), bodyOptional: true, answer: z.object({ version: z.number().int(), warnings: z.array(problem) }),
    handle: ({ actor, params, body }) => publishAgent(actor, params.id, body),
  }),
  apiEndpoint({
    method: "GET", path: "/api/v1/agents/{id}/versions", tag, summary: "Published versions, newest first", errors: ["not_found"],
    params: idParams, query: z.strictObject(pageQuery), answer: page(z.object(versionShape)),
    handle: ({ actor, params, query }) => listVersions(actor, params.id, query),
  }),
  apiEndpoint({
    method: "GET", path: "/api/v1/agents/{id}/versions/{number}", tag, summary: "A published version with its document", errors: ["not_found"],
    params: versionParams, answer: z.object({ ...versionShape, document: documentBody }),
    handle: ({ actor, params }) => getVersion(actor, params.id, params.number),
  }),
];
