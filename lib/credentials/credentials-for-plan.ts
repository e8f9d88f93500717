import { providersOf } from "@/lib/agents/providers-of";
import type { ProviderCredentials } from "@/lib/calls/protocol";
import type { Tx } from "@/lib/db";
import type { Plan } from "@/lib/flow/plan";
import { sealContext } from "./credential-view";
import { unseal } from "./secret-box";

/** The opened credentials of the providers that a plan uses, and of no other. Providers that are not set up are left out. */
export async function credentialsFor(workspaceId: string, plan: Plan, tx: Tx): Promise<ProviderCredentials[]> {
  const names = [...new Set(providersOf(plan).map((use) => use.choice.provider))];
  if (names.length === 0) return [];
  const rows = await tx.credential.findMany({ where: { workspaceId, provider: { in: names } } });
  return rows.map((row) => ({
    provider: row.provider,
    ...(row.baseUrl ? { baseUrl: row.baseUrl } : {}),
    ...(row.keySealed ? { apiKey: unseal(row.keySealed, sealContext(workspaceId)) } : {}),
  }));
}
