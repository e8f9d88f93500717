"use client";

import { AlertDialog, AlertDialogContent, AlertDialogDescription, AlertDialogHeader, AlertDialogTitle } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { useActions, useEditor, useEditorHandle } from "../store/editor-context";
import { ChangeList } from "./change-list";

/** Two people (or two tabs) changed the same agent. Nothing is lost either way: the choice is a step that can be undone. */
export function ConflictDialog() {
  const { autosave } = useEditorHandle();
  const actions = useActions();
  const save = useEditor((state) => state.save);
  const mine = useEditor((state) => state.document);
  const drafts = useEditor((state) => state.drafts);
  if (save.kind !== "conflict") return null;
  const { document: theirs, revision } = save.theirs;
  return (
    <AlertDialog open>
      <AlertDialogContent className="max-w-lg">
        <AlertDialogHeader>
          <AlertDialogTitle>Somebody else changed this agent</AlertDialogTitle>
          <AlertDialogDescription>It was saved elsewhere while you worked on it – by a colleague, or by you in another window. Yours differs from it like this:</AlertDialogDescription>
        </AlertDialogHeader>
        <ChangeList before={theirs} after={mine} none="There is no difference in what matters; only where things are." />
        <div className="grid gap-2 sm:grid-cols-2">
          <Choice
            title="Keep mine" help="The other one’s changes are replaced by what you see."
            onClick={() => autosave.resolve(revision, { document: mine, drafts })}
          />
          <Choice
            title="Take theirs" help="Yours stays one Undo away on this device."
            onClick={() => {
              autosave.resolve(revision, null);
              actions.replace(theirs, "Take the other version");
            }}
          />
        </div>
      </AlertDialogContent>
    </AlertDialog>
  );
}

function Choice({ title, help, onClick }: { title: string; help: string; onClick: () => void }) {
  return (
    <Button variant="outline" onClick={onClick} aria-label={title} className="h-auto flex-col items-start gap-0.5 py-3 text-left whitespace-normal">
      <span className="font-semibold">{title}</span>
      <span className="text-xs font-normal text-muted-foreground">{help}</span>
    </Button>
  );
}
