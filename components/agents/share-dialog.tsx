"use client";

import { LinkIcon, PlusIcon } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { api, messageOf } from "@/components/shell/api";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { ShareLink } from "./share-link";
import { ShareLinkForm } from "./share-link-form";
import { ShareLinkRow } from "./share-link-row";

interface List {
  items: ShareLink[];
  nextCursor: string | null;
}

/** An agent's share links: make, copy, switch off, delete. `onClose` when it is done. */
export function ShareDialog({ agent, onClose }: { agent: { id: string; name: string; latestVersion: number | null }; onClose: () => void }) {
  const [links, setLinks] = useState<ShareLink[] | null>(null);
  const [more, setMore] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);

  const read = useCallback(async (cursor?: string) => {
    try {
      const page = await api<List>(`/agents/${agent.id}/share-links${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ""}`);
      setLinks((before) => (cursor ? [...(before ?? []), ...page.items] : page.items));
      setMore(page.nextCursor);
      setProblem(null);
    } catch (error) {
      setProblem(messageOf(error));
    }
  }, [agent.id]);
  useEffect(() => void read(), [read]);

  const replace = (changed: ShareLink) => setLinks((before) => before?.map((link) => (link.id === changed.id ? changed : link)) ?? null);
  const remove = (id: string) => setLinks((before) => before?.filter((link) => link.id !== id) ?? null);

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-xl">
        <DialogHeader>
          <DialogTitle>Share “{agent.name}”</DialogTitle>
          <DialogDescription>Whoever has a link can call the agent from a browser, without an account.</DialogDescription>
        </DialogHeader>
        {agent.latestVersion === null ? <p className="rounded-lg bg-warning-soft px-3.5 py-2.5 text-sm leading-relaxed text-warning-ink">This agent is not published yet. Links start to work when you publish it in the editor.</p> : null}
        {problem ? <p role="alert" className="rounded-lg bg-destructive-soft px-3.5 py-2.5 text-sm text-destructive-ink">{problem} <button type="button" className="underline" onClick={() => void read()}>Try again</button></p> : null}
        {making ? (
          <ShareLinkForm
            agentId={agent.id}
            latestVersion={agent.latestVersion}
            onCancel={() => setMaking(false)}
            onMade={(link) => {
              setLinks((before) => [link, ...(before ?? [])]);
              setFresh(link.id);
              setMaking(false);
            }}
          />
        ) : null}
        {!making && links !== null && links.length > 0 ? <Button variant="outline" className="justify-self-start" onClick={() => setMaking(true)}><PlusIcon />New link</Button> : null}
        {links === null && !problem ? <div className="grid gap-3"><Skeleton className="h-20" /><Skeleton className="h-20" /></div> : null}
        {links?.length === 0 && !making ? (
          <EmptyState icon={LinkIcon} title="No links yet" className="py-9" action={<Button onClick={() => setMaking(true)}><PlusIcon />New link</Button>}>Make one and send it to somebody: it opens a page with one big button.</EmptyState>
        ) : null}
        {links && links.length > 0 ? (
          <ul className="grid gap-3">{links.map((link) => <ShareLinkRow key={link.id} link={link} fresh={link.id === fresh} onChange={replace} onDelete={remove} />)}</ul>
        ) : null}
        {more ? <Button variant="ghost" onClick={() => void read(more)}>Show more</Button> : null}
      </DialogContent>
    </Dialog>
  );
}
