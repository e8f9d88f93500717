import type { Credential } from "@/lib/db/client/client";

/** A provider in Settings. The key itself never leaves the server except in a worker's brief. */
export interface CredentialView {
  id: string;
  provider: string;
  label: string;
  baseUrl: string | null;
  model: string | null;
  hasKey: boolean;
  keyLast4: string | null;
  checkedAt: string | null;
  /** "ok", or what went wrong, in a sentence. */
  checkResult: string | null;
  createdAt: string;
  updatedAt: string;
}

/** Binds a sealed key to its workspace. */
export function sealContext(workspaceId: string): string {
  return `credential:${workspaceId}`;
}

export function credentialView(row: Credential): CredentialView {
  const { id, provider, label, baseUrl, model, keyLast4, checkResult } = row;
  return {
    id, provider, label, baseUrl, model, keyLast4, checkResult,
    hasKey: row.keySealed !== null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
