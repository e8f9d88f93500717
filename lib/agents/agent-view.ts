import type { FlowDocument } from "@/lib/flow/document/schema";
import type { Agent as AgentRow, AgentVersion as VersionRow } from "@/lib/db/client/client";
import { fromJson } from "@/lib/db/json";

/** An agent in lists. Times are ISO 8601 UTC. */
export interface AgentSummary {
  id: string;
  name: string;
  revision: number;
  /** Number of the newest published version; null before the first. */
  latestVersion: number | null;
  createdAt: string;
  updatedAt: string;
}

export interface AgentDetail extends AgentSummary {
  /** The draft. */
  document: FlowDocument;
}

export interface VersionSummary {
  number: number;
  note: string;
  hash: string;
  createdAt: string;
  /** E-mail of who published; null for an API key or someone who left. */
  createdBy: string | null;
}

export function agentSummary(row: Omit<AgentRow, "document">): AgentSummary {
  const { id, name, revision, latestVersion } = row;
  return { id, name, revision, latestVersion, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}

export function agentDetail(row: AgentRow): AgentDetail {
  return { ...agentSummary(row), document: fromJson<FlowDocument>(row.document) };
}

export function versionSummary(row: Pick<VersionRow, "number" | "note" | "hash" | "createdAt">, createdBy: string | null): VersionSummary {
  return { number: row.number, note: row.note, hash: row.hash, createdAt: row.createdAt.toISOString(), createdBy };
}
