"use client";

import { useEffect, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent, SheetDescription, SheetHeader, SheetTitle } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { FlowDocument } from "@/lib/flow/document/schema";
import { ApiError, getVersion, listVersions, type VersionAnswer } from "../store/api";
import { useActions, useEditor, useEditorHandle } from "../store/editor-context";
import { ChangeList } from "./change-list";

/** Published versions, what each changed, and the way back to one. */
export function VersionsSheet() {
  const open = useEditor((state) => state.dialog === "versions");
  const actions = useActions();
  return (
    <Sheet open={open} onOpenChange={(next) => actions.set({ dialog: next ? "versions" : null })}>
      <SheetContent side="right" className="w-[26rem] gap-0">
        <SheetHeader>
          <SheetTitle>Versions</SheetTitle>
          <SheetDescription>What callers got, newest first.</SheetDescription>
        </SheetHeader>
        {open ? <Versions /> : null}
      </SheetContent>
    </Sheet>
  );
}

function Versions() {
  const { store } = useEditorHandle();
  const [items, setItems] = useState<VersionAnswer[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    listVersions(store.getState().agentId).then((page) => { if (!gone) setItems(page.items); }, (cause: unknown) => { if (!gone) setError(cause instanceof ApiError ? cause.message : "The server cannot be reached. Close this and try again."); });
    return () => { gone = true; };
  }, [store]);
  if (error) return <p role="alert" className="px-4 text-sm text-destructive-ink">{error}</p>;
  if (!items) return <div className="grid gap-2 px-4"><Skeleton className="h-16" /><Skeleton className="h-16" /></div>;
  if (items.length === 0) return <p className="px-4 text-sm text-muted-foreground">Nothing was published yet. Press Publish, and the version appears here.</p>;
  return <ol className="grid gap-2 overflow-y-auto px-4 pb-4">{items.map((item, i) => <Version key={item.number} item={item} previous={items[i + 1]?.number ?? null} newest={i === 0} />)}</ol>;
}

function Version({ item, previous, newest }: { item: VersionAnswer; previous: number | null; newest: boolean }) {
  const { store, canEdit } = useEditorHandle();
  const actions = useActions();
  const [shown, setShown] = useState<{ before: FlowDocument | null; after: FlowDocument } | null>(null);
  const [busy, setBusy] = useState(false);
  const agent = store.getState().agentId;
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    await work().catch((cause: unknown) => toast.error(cause instanceof ApiError ? cause.message : "The server cannot be reached."));
    setBusy(false);
  };
  return (
    <li className="rounded-lg border border-border bg-card p-3 shadow-card">
      <div className="flex items-center gap-2">
        <span className="text-sm font-semibold">Version {item.number}</span>
        {newest ? <Badge variant="success">Live</Badge> : null}
        <time dateTime={item.createdAt} className="ml-auto text-xs text-muted-foreground">{new Date(item.createdAt).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" })}</time>
      </div>
      {item.note ? <p className="mt-1 text-[0.8125rem] break-words whitespace-pre-line">{item.note}</p> : null}
      {item.createdBy ? <p className="mt-1 text-xs text-muted-foreground">by {item.createdBy}</p> : null}
      {shown ? <div className="mt-2">{shown.before ? <ChangeList before={shown.before} after={shown.after} none="Nothing that callers would notice." /> : <p className="text-[0.8125rem] text-muted-foreground">The first version: {shown.after.nodes.length} steps.</p>}</div> : null}
      <div className="mt-2 flex gap-2">
        {shown ? null : (
          <Button variant="ghost" size="sm" disabled={busy} className="-ml-2" onClick={() => void attempt(async () => {
            const [after, before] = await Promise.all([getVersion(agent, item.number), previous === null ? null : getVersion(agent, previous)]);
            setShown({ before: before?.document ?? null, after: after.document });
          })}>What changed</Button>
        )}
        {canEdit ? (
          <Button variant="ghost" size="sm" disabled={busy} onClick={() => void attempt(async () => {
            const { document } = await getVersion(agent, item.number);
            actions.replace(document, `Go back to version ${item.number}`);
            actions.set({ dialog: null });
            toast(`The draft is now as version ${item.number} was.`, { action: { label: "Undo", onClick: () => actions.undo() } });
          })}>Make it the draft</Button>
        ) : null}
      </div>
    </li>
  );
}
