"use client";

import { PlugIcon, PlusIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { CredentialView } from "@/lib/credentials/credential-view";
import { ProviderDialog } from "./provider-dialog";
import { ProviderRow } from "./provider-row";

/** The workspace's providers. `canChange`: admins and owners. */
export function ProviderList({ providers, canChange }: { providers: CredentialView[]; canChange: boolean }) {
  const router = useRouter();
  const [editing, setEditing] = useState<CredentialView | "new" | null>(null);
  return (
    <section aria-labelledby="providers-heading">
      <div className="mt-8 mb-3 flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 id="providers-heading" className="text-base font-semibold">Providers</h2>
          <p className="mt-0.5 text-sm text-muted-foreground">Any service that speaks OpenAI’s protocol. Keys are encrypted and never shown again.</p>
        </div>
        {canChange && providers.length > 0 ? <Button onClick={() => setEditing("new")}><PlusIcon />Add a provider</Button> : null}
      </div>
      {providers.length === 0 ? (
        <EmptyState icon={PlugIcon} title="No providers yet" action={canChange ? <Button onClick={() => setEditing("new")}><PlusIcon />Add a provider</Button> : null}>
          {canChange ? "Agents work without one, with local speech. Add OpenAI, Groq, your own Ollama or anything like them when you want more." : "Agents work without one, with local speech. An admin of the workspace can add some."}
        </EmptyState>
      ) : (
        <ul className="grid gap-3">{providers.map((provider) => <ProviderRow key={provider.id} provider={provider} canChange={canChange} onEdit={() => setEditing(provider)} />)}</ul>
      )}
      {editing ? (
        <ProviderDialog
          provider={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={() => {
            setEditing(null);
            router.refresh();
          }}
        />
      ) : null}
    </section>
  );
}
