import { db, Prisma } from "@/lib/db";
import type { Credential } from "@/lib/db/client/client";
import { ParleyError } from "@/lib/errors";
import { checkAddress } from "@/lib/net/safe-fetch";
import { requireRole, type Actor } from "@/lib/teams/actor";
import { audit } from "@/lib/teams/audit";
import { credentialView, sealContext, type CredentialView } from "./credential-view";
import { findCredential } from "./list-credentials";
import { seal } from "./secret-box";

export interface CredentialInput {
  /** What documents write: "openai", "groq", "my-ollama". */
  provider: string;
  label?: string;
  /** Of an OpenAI-compatible endpoint, such as https://api.groq.com/openai/v1; absent: OpenAI's own. */
  baseUrl?: string | null;
  model?: string | null;
  /** Absent on update: the stored key stays; null: none is needed. */
  apiKey?: string | null;
}

/** Adds a provider. @throws ParleyError conflict when the name is taken, address_refused, forbidden */
export async function createCredential(actor: Actor, input: CredentialInput): Promise<CredentialView> {
  requireRole(actor, "admin");
  if (input.provider === "local") throw new ParleyError("conflict", `"local" is the built-in speech. Choose another name.`);
  if (input.baseUrl) await checkAddress(input.baseUrl);
  try {
    const row = await db().$transaction(async (tx) => {
      const made = await tx.credential.create({
        data: { workspaceId: actor.workspaceId, provider: input.provider, label: input.label || input.provider, baseUrl: input.baseUrl ?? null, model: input.model ?? null, createdById: actor.userId, ...sealedKey(actor, input.apiKey ?? null) },
      });
      await audit(tx, actor, "credential.create", made.id);
      return made;
    });
    return credentialView(row);
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") throw new ParleyError("conflict", `There is a provider "${input.provider}" already. Change that one, or choose another name.`);
    throw error;
  }
}

/** Changes what is given. @throws ParleyError not_found, address_refused, forbidden */
export async function updateCredential(actor: Actor, id: string, input: Partial<Omit<CredentialInput, "provider">>): Promise<CredentialView> {
  requireRole(actor, "admin");
  const row = await findCredential(actor, id);
  if (input.baseUrl) await checkAddress(input.baseUrl);
  // A key is entered for one address. Sent to another, whoever changes the address could read it there.
  if (input.baseUrl !== undefined && input.apiKey === undefined && row.keySealed && originOf(input.baseUrl) !== originOf(row.baseUrl)) {
    throw new ParleyError("conflict", "The address changes, so enter the key again.");
  }
  const { label, baseUrl, model, apiKey } = input;
  const data = { ...(label ? { label } : {}), ...(baseUrl === undefined ? {} : { baseUrl }), ...(model === undefined ? {} : { model }), ...(apiKey === undefined ? {} : sealedKey(actor, apiKey)) };
  const saved = await db().$transaction(async (tx) => {
    const changed = await tx.credential.update({ where: { id }, data: { ...data, updatedAt: new Date(), checkedAt: null, checkResult: null } });
    await audit(tx, actor, "credential.update", id);
    return changed;
  });
  return credentialView(saved);
}

/** Forgets a provider and its key. @throws ParleyError not_found, forbidden */
export async function deleteCredential(actor: Actor, id: string): Promise<void> {
  requireRole(actor, "admin");
  await findCredential(actor, id);
  await db().$transaction(async (tx) => {
    await tx.credential.deleteMany({ where: { id, workspaceId: actor.workspaceId } });
    await audit(tx, actor, "credential.delete", id);
  });
}

function sealedKey(actor: Actor, key: string | null): Pick<Credential, "keySealed" | "keyLast4"> {
  if (!key) return { keySealed: null, keyLast4: null };
  return { keySealed: seal(key, sealContext(actor.workspaceId)), keyLast4: key.length >= 12 ? key.slice(-4) : null };
}

function originOf(url: string | null): string {
  return url && URL.canParse(url) ? new URL(url).origin : "https://api.openai.com";
}
