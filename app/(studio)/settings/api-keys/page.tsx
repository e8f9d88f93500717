import type { Metadata } from "next";
import Link from "next/link";
import { ApiKeys } from "@/components/settings/api-keys";
import { listApiKeys } from "@/lib/teams/api-keys";
import { load, studioMember } from "../../../load";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysPage() {
  const member = await studioMember("/settings/api-keys");
  if (member.role !== "owner" && member.role !== "admin") return <p className="text-sm text-muted-foreground">Keys are made by the admins of the workspace.</p>;
  const keys = await load(listApiKeys(member));
  return (
    <>
      <p className="mb-4 text-sm leading-relaxed text-muted-foreground">
        Send a key as <code className="rounded bg-secondary px-1 py-px text-xs">Authorization: Bearer KEY</code>. What can be asked stands in the <Link href="/docs/api" className="text-primary-ink underline underline-offset-4">description of the API</Link>.
      </p>
      <ApiKeys keys={keys} />
    </>
  );
}
