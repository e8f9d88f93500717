"use client";

import { CircleAlertIcon, TriangleAlertIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { cn } from "@/components/ui/cn";
import { shareUnchanged } from "@/lib/editor/commands/share-unchanged";
import { applyFix } from "@/lib/flow";
import type { Problem } from "@/lib/flow/problem";
import { nodeForm } from "../flow";
import { useActions, useEditor, useEditorHandle } from "../store/editor-context";

/** One problem: what is wrong, what to do, and a button that does it where that is possible. `named`: says which step it is about. */
export function ProblemItem({ problem, named, onGo }: { problem: Problem; named?: boolean; onGo?: () => void }) {
  const { store, canEdit } = useEditorHandle();
  const actions = useActions();
  const name = useEditor((state) => {
    const node = state.document.nodes.find((candidate) => candidate.id === problem.node);
    return node ? node.name || nodeForm(node.type).label : null;
  });
  const fix = (fixable: Problem) => {
    const document = store.getState().document;
    const mended = applyFix(document, fixable);
    if (mended) actions.change(fixable.autofix!.label, () => shareUnchanged(document, mended));
    else toast("The flow has changed since, so this cannot be mended by itself any more.");
  };
  const Icon = problem.severity === "error" ? CircleAlertIcon : TriangleAlertIcon;
  const text = (
    <>
      {named && name ? <span className="block text-xs font-medium text-muted-foreground">{name}</span> : null}
      <span className="block text-[0.8125rem] leading-snug font-medium">{problem.message}</span>
      <span className="block text-[0.8125rem] leading-snug text-muted-foreground">{problem.fix}</span>
    </>
  );
  return (
    <li className={cn("flex items-start gap-2.5 rounded-md p-2.5", onGo && "hover:bg-accent")}>
      <Icon className={cn("mt-0.5 size-4 shrink-0", problem.severity === "error" ? "text-destructive" : "text-warning-ink")} aria-label={problem.severity === "error" ? "Error" : "Warning"} />
      {onGo ? <button type="button" onClick={onGo} className="min-w-0 flex-1 text-left">{text}</button> : <div className="min-w-0 flex-1">{text}</div>}
      {problem.autofix && canEdit ? (
        <Button variant="outline" size="sm" title={problem.autofix.label} onClick={() => fix(problem)}>Fix</Button>
      ) : null}
    </li>
  );
}
