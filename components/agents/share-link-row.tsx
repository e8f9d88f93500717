"use client";

import { CheckIcon, CopyIcon, ExternalLinkIcon } from "lucide-react";
import { useState } from "react";
import { api, messageOf } from "@/components/shell/api";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ConfirmDelete } from "@/components/ui/confirm-delete";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { linkFacts, type ShareLink } from "./share-link";

export function ShareLinkRow({ link, fresh, onChange, onDelete }: { link: ShareLink; fresh: boolean; onChange: (link: ShareLink) => void; onDelete: (id: string) => void }) {
  const [copied, setCopied] = useState(false);
  const path = `/agents/${link.agentId}/share-links/${link.id}`;
  const name = link.name || "Link";

  async function copy() {
    try {
      await navigator.clipboard.writeText(link.url);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      // Without https the clipboard is closed; the address stands there to be selected.
      toast.error("The browser does not allow copying here. Select the address and copy it.");
    }
  }
  async function toggle(enabled: boolean) {
    onChange({ ...link, enabled });
    try {
      onChange(await api<ShareLink>(path, { method: "PATCH", body: { enabled } }));
    } catch (error) {
      onChange(link);
      toast.error(messageOf(error));
    }
  }
  async function remove() {
    try {
      await api(path, { method: "DELETE" });
      onDelete(link.id);
    } catch (error) {
      toast.error(messageOf(error));
    }
  }

  return (
    <li className={cn("grid gap-2.5 rounded-xl border border-border bg-card p-3.5", fresh && "border-primary")}>
      <div className="flex items-center gap-3">
        <span className="min-w-0 flex-1 truncate text-sm font-medium">{name}{fresh ? <span className="ml-2 font-normal text-primary-ink">new</span> : null}</span>
        <label className="flex items-center gap-2 text-[0.8125rem] text-muted-foreground">{link.enabled ? "On" : "Off"}<Switch checked={link.enabled} onCheckedChange={(on) => void toggle(on)} aria-label={`${name} answers calls`} /></label>
      </div>
      <div className="flex items-center gap-1.5">
        <input readOnly value={link.url} aria-label={`Address of ${name}`} onFocus={(event) => event.target.select()} className={cn("h-8 min-w-0 flex-1 rounded-md bg-muted px-2.5 font-mono text-xs text-muted-foreground", !link.enabled && "line-through")} />
        <Button variant="outline" size="sm" onClick={() => void copy()}>{copied ? <CheckIcon /> : <CopyIcon />}{copied ? "Copied" : "Copy"}</Button>
        <Button variant="ghost" size="icon-sm" asChild><a href={link.url} target="_blank" rel="noreferrer" aria-label={`Open ${name} in a new tab`}><ExternalLinkIcon /></a></Button>
        <ConfirmDelete label={`Delete ${name}`} title={`Delete “${name}”?`} action="Delete the link" onConfirm={remove}>
          Whoever has this link cannot call any more, and the same address cannot be made again. To close it for a while, switch it off instead.
        </ConfirmDelete>
      </div>
      <p className="flex flex-wrap gap-x-2 gap-y-0.5 text-xs text-muted-foreground">
        {linkFacts(link, Date.now()).map((fact, index) => <span key={fact.text} className={cn(fact.alarming && "font-medium text-destructive-ink")}>{index > 0 ? <span aria-hidden className="mr-2">·</span> : null}{fact.text}</span>)}
      </p>
    </li>
  );
}
