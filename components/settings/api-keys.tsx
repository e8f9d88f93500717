"use client";

import { CheckIcon, CopyIcon, KeyRoundIcon, PlusIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api, messageOf } from "@/components/shell/api";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDelete } from "@/components/ui/confirm-delete";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Time } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import type { ApiKeyView } from "@/lib/teams/api-keys";

/** Keys for programs: made here and shown once, revoked at once. */
export function ApiKeys({ keys }: { keys: ApiKeyView[] }) {
  const router = useRouter();
  const [making, setMaking] = useState(false);

  async function revoke(key: ApiKeyView) {
    try {
      await api(`/api-keys/${key.id}`, { method: "DELETE" });
      toast(`Revoked “${key.name}”`);
      router.refresh();
    } catch (error) {
      toast.error(messageOf(error));
    }
  }

  const make = <Button onClick={() => setMaking(true)}><PlusIcon />New key</Button>;
  return (
    <>
      {keys.length === 0 ? (
        <EmptyState icon={KeyRoundIcon} title="No keys yet" action={make}>Programs need a key to build, publish and call agents. Give each its own, so that one can be revoked without the others.</EmptyState>
      ) : (
        <>
          <div className="mb-3 flex justify-end">{make}</div>
          <Card>
            <ul className="divide-y divide-border">
              {keys.map((key) => (
                <li key={key.id} className="flex items-center gap-3 px-5 py-3.5">
                  <div className="min-w-0 flex-1">
                    <p className="truncate text-sm font-medium">{key.name}</p>
                    <p className="mt-0.5 text-[0.8125rem] text-muted-foreground"><code className="font-mono text-xs">{key.prefix}…</code> · made <Time at={key.createdAt} format="date" /> · {key.lastUsedAt ? <>last used <Time at={key.lastUsedAt} format="relative" /></> : "never used"}</p>
                  </div>
                  <ConfirmDelete label={`Revoke ${key.name}`} title={`Revoke “${key.name}”?`} action="Revoke" onConfirm={() => revoke(key)}>Programs that use it are refused at once. This cannot be undone.</ConfirmDelete>
                </li>
              ))}
            </ul>
          </Card>
        </>
      )}
      {making ? <NewKey onClose={() => setMaking(false)} onMade={() => router.refresh()} /> : null}
    </>
  );
}

function NewKey({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const [name, setName] = useState("");
  const [key, setKey] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);

  async function make(event: React.FormEvent) {
    event.preventDefault();
    if (!name.trim()) return setProblem("Give it a name, so that you know later what it is for.");
    setBusy(true);
    try {
      const made = await api<{ key: string }>("/api-keys", { method: "POST", body: { name: name.trim() } });
      setKey(made.key);
      onMade();
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  }
  async function copy() {
    try {
      await navigator.clipboard.writeText(key ?? "");
      setCopied(true);
    } catch {
      toast.error("The browser does not allow copying here. Select the key and copy it.");
    }
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent onInteractOutside={(event) => key && event.preventDefault()}>
        <DialogHeader>
          <DialogTitle>{key ? "Copy the key now" : "New API key"}</DialogTitle>
          <DialogDescription>{key ? "It is shown this once. Only a fingerprint of it is kept." : "It may do everything in this workspace that an admin may."}</DialogDescription>
        </DialogHeader>
        {key ? (
          <>
            <div className="flex gap-2">
              <Input readOnly value={key} aria-label="The new key" onFocus={(event) => event.target.select()} className="font-mono text-xs md:text-xs" />
              <Button variant="outline" onClick={() => void copy()}>{copied ? <CheckIcon /> : <CopyIcon />}{copied ? "Copied" : "Copy"}</Button>
            </div>
            <DialogFooter><Button onClick={onClose}>Done</Button></DialogFooter>
          </>
        ) : (
          <form onSubmit={(event) => void make(event)} noValidate className="grid gap-4">
            <Field label="Name" error={problem}>{(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} maxLength={200} placeholder="Website, nightly tests…" autoFocus />}</Field>
            <DialogFooter>
              <Button variant="outline" onClick={onClose}>Cancel</Button>
              <Button type="submit" disabled={busy}>{busy ? "Making…" : "Make the key"}</Button>
            </DialogFooter>
          </form>
        )}
      </DialogContent>
    </Dialog>
  );
}
