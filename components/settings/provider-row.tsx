"use client";

import { CircleAlertIcon, CircleCheckIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api, messageOf } from "@/components/shell/api";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDelete } from "@/components/ui/confirm-delete";
import { Time } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import type { CredentialView } from "@/lib/credentials/credential-view";

interface Check {
  ok: boolean;
  message: string;
  models: string[];
}

/** A provider with its state. "Check" really asks it, with the stored key. */
export function ProviderRow({ provider, canChange, onEdit }: { provider: CredentialView; canChange: boolean; onEdit: () => void }) {
  const router = useRouter();
  const [checking, setChecking] = useState(false);
  const [check, setCheck] = useState<Check | null>(null);
  const result = check?.message ?? provider.checkResult;

  async function ask() {
    setChecking(true);
    try {
      setCheck(await api<Check>(`/credentials/${provider.id}/check`, { method: "POST" }));
      router.refresh();
    } catch (error) {
      setCheck({ ok: false, message: messageOf(error), models: [] });
    }
    setChecking(false);
  }
  async function remove() {
    try {
      await api(`/credentials/${provider.id}`, { method: "DELETE" });
      toast(`Removed “${provider.label}”`);
      router.refresh();
    } catch (error) {
      toast.error(messageOf(error));
    }
  }

  return (
    <li>
      <Card className="gap-3 p-4 sm:px-5">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <h3 className="text-[0.9375rem] font-semibold">{provider.label}</h3>
            <p className="mt-0.5 text-[0.8125rem] break-all text-muted-foreground">
              <code className="rounded bg-secondary px-1 py-px text-xs">{provider.provider}</code> · {provider.baseUrl ?? "https://api.openai.com/v1"}{provider.model ? ` · ${provider.model}` : ""} · {provider.hasKey ? `key ${provider.keyLast4 ? `…${provider.keyLast4}` : "stored"}` : "no key"}
            </p>
          </div>
          {canChange ? (
            <div className="flex gap-2">
              <Button variant="outline" size="sm" disabled={checking} onClick={() => void ask()}>{checking ? "Checking…" : "Check"}</Button>
              <Button variant="outline" size="sm" onClick={onEdit}>Change</Button>
              <ConfirmDelete label={`Remove ${provider.label}`} title={`Remove “${provider.label}”?`} action="Remove" onConfirm={remove}>Its key is forgotten. Agents that use it cannot be called until they use another one.</ConfirmDelete>
            </div>
          ) : null}
        </div>
        {result ? (
          <p role="status" className={`flex items-start gap-2 text-sm leading-relaxed ${result === "ok" ? "text-success-ink" : "text-destructive-ink"}`}>
            {result === "ok" ? <CircleCheckIcon className="mt-0.5 size-4 shrink-0" aria-hidden /> : <CircleAlertIcon className="mt-0.5 size-4 shrink-0" aria-hidden />}
            <span>
              {result === "ok" ? "It answers." : result}
              {!check && provider.checkedAt ? <span className="text-muted-foreground"> Checked <Time at={provider.checkedAt} format="relative" />.</span> : null}
            </span>
          </p>
        ) : null}
        {check?.ok && check.models.length > 0 ? (
          <details className="text-sm">
            <summary className="w-fit rounded text-muted-foreground hover:text-foreground">{check.models.length} {check.models.length === 1 ? "model" : "models"}</summary>
            <p className="mt-2 max-h-40 overflow-y-auto rounded-lg bg-muted p-3 font-mono text-xs leading-relaxed break-words" tabIndex={0}>{check.models.join(", ")}</p>
          </details>
        ) : null}
      </Card>
    </li>
  );
}
