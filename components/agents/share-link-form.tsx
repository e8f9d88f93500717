"use client";

import { useEffect, useState } from "react";
import { api, messageOf } from "@/components/shell/api";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { EXPIRY, linkErrors, linkInput, NEW_LINK, type ShareLink, type ShareLinkDraft } from "./share-link";

/** Makes a share link with its limits. */
export function ShareLinkForm({ agentId, latestVersion, onMade, onCancel }: { agentId: string; latestVersion: number | null; onMade: (link: ShareLink) => void; onCancel: () => void }) {
  const [draft, setDraft] = useState<ShareLinkDraft>(NEW_LINK);
  const [versions, setVersions] = useState<number[]>([]);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const errors = shown ? linkErrors(draft) : {};
  const set = (change: Partial<ShareLinkDraft>) => setDraft((before) => ({ ...before, ...change }));

  useEffect(() => {
    if (latestVersion === null) return;
    const stop = new AbortController();
    api<{ items: { number: number }[] }>(`/agents/${agentId}/versions?limit=50`, { signal: stop.signal })
      .then((page) => setVersions(page.items.map((version) => version.number)))
      .catch(() => undefined);
    return () => stop.abort();
  }, [agentId, latestVersion]);

  async function submit(event: React.FormEvent) {
    event.preventDefault();
    setShown(true);
    if (Object.keys(linkErrors(draft)).length > 0) return;
    setBusy(true);
    try {
      onMade(await api<ShareLink>(`/agents/${agentId}/share-links`, { method: "POST", body: linkInput(draft, Date.now()) }));
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4 rounded-xl border border-border bg-muted/50 p-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" className="sm:col-span-2" hint="For you only. Callers do not see it.">
          {(control) => <Input {...control} value={draft.name} onChange={(event) => set({ name: event.target.value })} maxLength={200} placeholder="Website, friends, demo…" autoFocus />}
        </Field>
        <Field label="Version">
          {(control) => (
            <Select value={draft.version} onValueChange={(version) => set({ version })}>
              <SelectTrigger {...control}><SelectValue /></SelectTrigger>
              <SelectContent>
                <SelectItem value="latest">Always the latest</SelectItem>
                {versions.map((number) => <SelectItem key={number} value={String(number)}>Version {number}</SelectItem>)}
              </SelectContent>
            </Select>
          )}
        </Field>
        <Field label="Expires">
          {(control) => (
            <Select value={draft.expires} onValueChange={(expires) => set({ expires })}>
              <SelectTrigger {...control}><SelectValue /></SelectTrigger>
              <SelectContent>{EXPIRY.map((choice) => <SelectItem key={choice.value} value={choice.value}>{choice.label}</SelectItem>)}</SelectContent>
            </Select>
          )}
        </Field>
        <Field label="Calls in all" error={errors.maxCalls}>
          {(control) => <Input {...control} inputMode="numeric" value={draft.maxCalls} onChange={(event) => set({ maxCalls: event.target.value })} placeholder="No limit" />}
        </Field>
        <Field label="Calls at a time" error={errors.maxConcurrent}>
          {(control) => <Input {...control} inputMode="numeric" value={draft.maxConcurrent} onChange={(event) => set({ maxConcurrent: event.target.value })} placeholder="No limit" />}
        </Field>
        <Field label="Passcode" className="sm:col-span-2" error={errors.passcode} hint="Callers enter it before the call. It cannot be shown again.">
          {(control) => <Input {...control} value={draft.passcode} onChange={(event) => set({ passcode: event.target.value })} maxLength={100} placeholder="None" autoComplete="off" />}
        </Field>
      </div>
      {problem ? <p role="alert" className="text-sm text-destructive-ink">{problem}</p> : null}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onCancel}>Cancel</Button>
        <Button type="submit" disabled={busy}>{busy ? "Making…" : "Make link"}</Button>
      </div>
    </form>
  );
}
