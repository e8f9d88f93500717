import { db } from "@/lib/db";
import type { Credential } from "@/lib/db/client/client";
import { notFound } from "@/lib/errors";
import type { Actor } from "@/lib/teams/actor";
import { credentialView, type CredentialView } from "./credential-view";

/** The workspace's providers, by name; never their keys. */
export async function listCredentials(actor: Actor): Promise<CredentialView[]> {
  return (await db().credential.findMany({ where: { workspaceId: actor.workspaceId }, orderBy: { provider: "asc" } })).map(credentialView);
}

/** @throws ParleyError not_found */
export async function findCredential(actor: Actor, id: string): Promise<Credential> {
  const row = await db().credential.findFirst({ where: { id, workspaceId: actor.workspaceId } });
  if (!row) throw notFound("provider");
  return row;
}
