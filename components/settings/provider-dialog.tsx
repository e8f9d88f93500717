"use client";

import { useState } from "react";
import { api, messageOf } from "@/components/shell/api";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { CredentialView } from "@/lib/credentials/credential-view";
import { PRESETS, providerErrors, type ProviderDraft } from "./presets";

/** Adds a provider, or changes one (`provider`). A stored key stays when the field is left empty. */
export function ProviderDialog({ provider, onClose, onSaved }: { provider: CredentialView | null; onClose: () => void; onSaved: () => void }) {
  const [presetId, setPresetId] = useState(provider ? "other" : "openai");
  const preset = PRESETS.find((candidate) => candidate.id === presetId)!;
  const [draft, setDraft] = useState<ProviderDraft>(
    provider
      ? { provider: provider.provider, label: provider.label, baseUrl: provider.baseUrl ?? PRESETS[0]!.baseUrl, model: provider.model ?? "", apiKey: "" }
      : { provider: preset.provider, label: preset.label, baseUrl: preset.baseUrl, model: "", apiKey: "" },
  );
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const errors = shown ? providerErrors(draft) : {};
  const set = (change: Partial<ProviderDraft>) => setDraft((before) => ({ ...before, ...change }));

  function choose(id: string) {
    const chosen = PRESETS.find((candidate) => candidate.id === id)!;
    setPresetId(id);
    set({ provider: chosen.provider, label: id === "other" ? "" : chosen.label, baseUrl: chosen.baseUrl });
  }

  async function save(event: React.FormEvent) {
    event.preventDefault();
    setShown(true);
    if (Object.keys(providerErrors(draft)).length > 0) return;
    setBusy(true);
    setProblem(null);
    const { label, baseUrl, model, apiKey } = draft;
    const body = { label: label.trim() || draft.provider, baseUrl: baseUrl.trim(), model: model.trim() || null, ...(apiKey ? { apiKey: apiKey.trim() } : {}) };
    try {
      const saved = provider
        ? await api<CredentialView>(`/credentials/${provider.id}`, { method: "PATCH", body })
        : await api<CredentialView>("/credentials", { method: "POST", body: { ...body, provider: draft.provider } });
      // So that the list shows at once whether it works; the list says it when it does not.
      await api(`/credentials/${saved.id}/check`, { method: "POST" }).catch(() => undefined);
      onSaved();
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{provider ? `Change “${provider.label}”` : "Add a provider"}</DialogTitle>
          <DialogDescription>{provider ? "Changes count from the next call on." : "Any service that speaks OpenAI’s protocol, for speech, language or both."}</DialogDescription>
        </DialogHeader>
        <form id="provider-form" onSubmit={(event) => void save(event)} noValidate className="grid gap-4">
          {provider ? null : (
            <Field label="Service" hint={preset.note}>
              {(control) => (
                <Select value={presetId} onValueChange={choose}>
                  <SelectTrigger {...control}><SelectValue /></SelectTrigger>
                  <SelectContent>{PRESETS.map((choice) => <SelectItem key={choice.id} value={choice.id}>{choice.label}</SelectItem>)}</SelectContent>
                </Select>
              )}
            </Field>
          )}
          {provider ? null : (
            <Field label="Name in agents" error={errors.provider} hint="How agents refer to it. It stays as it is once saved.">
              {(control) => <Input {...control} value={draft.provider} onChange={(event) => set({ provider: event.target.value.toLowerCase() })} placeholder="my-provider" autoComplete="off" spellCheck={false} />}
            </Field>
          )}
          <Field label="Base URL" error={errors.baseUrl}>
            {(control) => <Input {...control} type="url" value={draft.baseUrl} onChange={(event) => set({ baseUrl: event.target.value })} placeholder="https://api.example.com/v1" spellCheck={false} />}
          </Field>
          <Field label="Key" hint={provider?.hasKey ? "Leave it empty to keep the stored key." : preset.needsKey ? undefined : "Leave it empty when none is needed."}>
            {(control) => <Input {...control} type="password" value={draft.apiKey} onChange={(event) => set({ apiKey: event.target.value })} placeholder={provider?.hasKey ? "••••••••" : ""} autoComplete="off" />}
          </Field>
          <Field label="Usual model" hint="Used where an agent does not name one.">
            {(control) => <Input {...control} value={draft.model} onChange={(event) => set({ model: event.target.value })} placeholder={preset.modelHint} spellCheck={false} />}
          </Field>
          {problem ? <p role="alert" className="rounded-lg bg-destructive-soft px-3.5 py-2.5 text-sm leading-relaxed text-destructive-ink">{problem}</p> : null}
        </form>
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>Cancel</Button>
          <Button type="submit" form="provider-form" disabled={busy}>{busy ? "Saving and checking…" : "Save and check"}</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
