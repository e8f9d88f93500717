"use client";

import { CheckIcon, CopyIcon, ExternalLinkIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import type { FlowDocument } from "@/lib/flow/document/schema";
import type { Problem } from "@/lib/flow/problem";
import { useCanvas } from "../canvas/use-canvas";
import { api, ApiError, getVersion } from "../store/api";
import { useActions, useEditor, useEditorHandle } from "../store/editor-context";
import { ChangeList } from "./change-list";
import { ProblemItem } from "./problem-item";

type Step = { kind: "review" } | { kind: "publishing" } | { kind: "failed"; message: string; problems: Problem[] } | { kind: "done"; version: number };

/** What changed, what is broken, a note; then the link that callers use. */
export function PublishDialog() {
  const open = useEditor((state) => state.dialog === "publish");
  const actions = useActions();
  return (
    <Dialog open={open} onOpenChange={(next) => actions.set({ dialog: next ? "publish" : null })}>
      {open ? <DialogContent className="max-w-xl"><Publish /></DialogContent> : null}
    </Dialog>
  );
}

function Publish() {
  const { store, autosave } = useEditorHandle();
  const actions = useActions();
  const canvas = useCanvas();
  const document = useEditor((state) => state.document);
  const latest = useEditor((state) => state.latestVersion);
  const linted = useEditor((state) => state.problems);
  const [before, setBefore] = useState<FlowDocument | null | "loading">(latest === null ? null : "loading");
  const [note, setNote] = useState("");
  const [step, setStep] = useState<Step>({ kind: "review" });

  useEffect(() => {
    if (latest === null) return;
    let gone = false;
    getVersion(store.getState().agentId, latest).then((version) => { if (!gone) setBefore(version.document); }, () => { if (!gone) setBefore(null); });
    return () => { gone = true; };
  }, [latest, store]);

  if (step.kind === "done") return <Published version={step.version} />;
  const problems = step.kind === "failed" && step.problems.length > 0 ? step.problems : linted;
  const errors = problems.filter((problem) => problem.severity === "error");
  const go = (problem: Problem) => () => {
    actions.set({ dialog: null });
    setTimeout(() => (problem.node ? canvas.show(problem.node, problem.field ?? null) : actions.focusOn(null, problem.field ?? null)), 0);
  };
  const publish = async () => {
    setStep({ kind: "publishing" });
    if (!(await autosave.flush())) {
      return setStep({ kind: "failed", message: "Your changes could not be saved, so nothing was published. See the save state at the top.", problems: [] });
    }
    try {
      const { version } = await api<{ version: number }>(`/agents/${store.getState().agentId}/publish`, { body: note.trim() ? { note: note.trim() } : {} });
      actions.set({ latestVersion: version });
      setStep({ kind: "done", version });
    } catch (error) {
      setStep({ kind: "failed", message: error instanceof ApiError ? error.message : "The server cannot be reached. Try again in a moment.", problems: error instanceof ApiError ? error.problems : [] });
    }
  };
  return (
    <>
      <DialogHeader>
        <DialogTitle>Publish version {(latest ?? 0) + 1}</DialogTitle>
        <DialogDescription>Callers get a published version; what you draw afterwards stays a draft until you publish again.</DialogDescription>
      </DialogHeader>
      <section className="grid gap-2">
        <h3 className="text-sm font-medium">{latest === null ? "What it will be" : `Changed since version ${latest}`}</h3>
        {before === "loading" ? <Skeleton className="h-16" /> : before === null
          ? <p className="text-sm text-muted-foreground">The first version: {document.nodes.length} {document.nodes.length === 1 ? "step" : "steps"}, {document.variables.length} {document.variables.length === 1 ? "variable" : "variables"}.</p>
          : <ChangeList before={before} after={document} none="Nothing that callers would notice." />}
      </section>
      {problems.length > 0 ? (
        <section className="grid gap-1">
          <h3 className="text-sm font-medium">{errors.length > 0 ? "To mend first" : "Worth a look"}</h3>
          <ul className="max-h-52 overflow-y-auto rounded-lg border border-border p-1">{[...errors, ...problems.filter((problem) => problem.severity !== "error")].map((problem, i) => <ProblemItem key={i} problem={problem} named onGo={go(problem)} />)}</ul>
        </section>
      ) : null}
      <Field label="Note for your team" hint="Optional; shown in the list of versions.">
        {(control) => <Textarea {...control} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} placeholder="New opening hours" className="min-h-16" />}
      </Field>
      {step.kind === "failed" ? <p role="alert" className="rounded-md bg-destructive-soft px-3 py-2 text-sm text-destructive-ink">{step.message}</p> : null}
      <DialogFooter>
        <Button variant="outline" onClick={() => actions.set({ dialog: null })}>Cancel</Button>
        <Button onClick={() => void publish()} disabled={errors.length > 0 || step.kind === "publishing"}>{step.kind === "publishing" ? "Publishing…" : `Publish version ${(latest ?? 0) + 1}`}</Button>
      </DialogFooter>
    </>
  );
}

interface Link { id: string; url: string; version: "latest" | number; enabled: boolean }

/** The link to the caller's page; one that always leads to the newest version is used again. */
function Published({ version }: { version: number }) {
  const { store } = useEditorHandle();
  const actions = useActions();
  const [link, setLink] = useState<Link | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    let gone = false;
    const path = `/agents/${store.getState().agentId}/share-links`;
    const find = async () => {
      const { items } = await api<{ items: Link[] }>(path);
      return items.find((item) => item.enabled && item.version === "latest") ?? api<Link>(path, { body: { version: "latest" } });
    };
    find().then((found) => { if (!gone) setLink(found); }, (cause: unknown) => { if (!gone) setError(cause instanceof ApiError ? cause.message : "The server cannot be reached."); });
    return () => { gone = true; };
  }, [store]);

  const copy = async () => {
    if (!link) return;
    try {
      await navigator.clipboard.writeText(link.url);
      setCopied(true);
    } catch {
      // Without permission the field is selected, so that the keys for copying work.
      window.document.querySelector<HTMLInputElement>("#share-link")?.select();
    }
  };
  return (
    <>
      <DialogHeader>
        <DialogTitle className="flex items-center gap-2"><span className="grid size-6 place-content-center rounded-full bg-success-soft text-success-ink"><CheckIcon className="size-4" aria-hidden /></span>Version {version} is live</DialogTitle>
        <DialogDescription>Whoever has this link can talk to the agent in a browser, on a computer or a phone. It always leads to the newest version.</DialogDescription>
      </DialogHeader>
      {error ? <p role="alert" className="text-sm text-destructive-ink">The link could not be made: {error}</p> : link ? (
        <div className="flex gap-2">
          <Input id="share-link" readOnly value={link.url} aria-label="Link for callers" onFocus={(event) => event.currentTarget.select()} className="font-mono text-[0.8125rem]" />
          <Button variant="outline" onClick={() => void copy()}>{copied ? <CheckIcon aria-hidden /> : <CopyIcon aria-hidden />}{copied ? "Copied" : "Copy link"}</Button>
        </div>
      ) : <Skeleton className="h-9" />}
      <DialogFooter>
        <Button variant="outline" onClick={() => actions.set({ dialog: null })}>Done</Button>
        {link ? <Button asChild><a href={link.url} target="_blank" rel="noreferrer"><ExternalLinkIcon aria-hidden />Open link</a></Button> : null}
      </DialogFooter>
    </>
  );
}
