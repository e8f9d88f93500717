import { db } from "@/lib/db";
import { ParleyError } from "@/lib/errors";
import { safeFetch } from "@/lib/net/safe-fetch";
import { requireRole, type Actor } from "@/lib/teams/actor";
import { sealContext } from "./credential-view";
import { findCredential } from "./list-credentials";
import { unseal } from "./secret-box";

export interface CredentialCheck {
  ok: boolean;
  /** "ok", or what is wrong and what to do, in a sentence. */
  message: string;
  /** Models that the endpoint offers; empty when it does not say. */
  models: string[];
}

/** Really asks the provider for its models, with the stored key. @throws ParleyError not_found, forbidden */
export async function checkCredential(actor: Actor, id: string): Promise<CredentialCheck> {
  requireRole(actor, "editor");
  const row = await findCredential(actor, id);
  const base = (row.baseUrl ?? "https://api.openai.com/v1").replace(/\/+$/, "");
  const key = row.keySealed ? unseal(row.keySealed, sealContext(actor.workspaceId)) : null;
  const check = await ask(`${base}/models`, key);
  await db().credential.updateMany({ where: { id, workspaceId: actor.workspaceId }, data: { checkedAt: new Date(), checkResult: check.message } });
  return check;
}

async function ask(url: string, key: string | null): Promise<CredentialCheck> {
  try {
    const { status, text } = await safeFetch(url, { headers: { accept: "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) }, maxBytes: 2_000_000 });
    if (status === 200) return { ok: true, message: "ok", models: modelsIn(text) };
    // Only the status goes back: the body of an address that a user chose is nobody's business here.
    return { ok: false, message: said(status), models: [] };
  } catch (error) {
    if (error instanceof ParleyError) return { ok: false, message: error.message, models: [] };
    throw error;
  }
}

function said(status: number): string {
  if (status === 401 || status === 403) return "The provider refuses the key. Enter it again, or make a new one there.";
  if (status === 404) return "The provider answers, but has no list of models at this address. Does the base URL end as its documentation says (often /v1)?";
  if (status === 429) return "The provider says: too many requests, or nothing left on the account.";
  return `The provider answers with an error (HTTP ${status}).`;
}

function modelsIn(text: string): string[] {
  try {
    const { data } = JSON.parse(text) as { data?: { id?: unknown }[] };
    return (data ?? []).flatMap((model) => (typeof model.id === "string" ? model.id : [])).sort().slice(0, 500);
  } catch {
    return [];
  }
}
