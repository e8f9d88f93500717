"use client";

import { CheckIcon, CloudOffIcon, LoaderIcon, TriangleAlertIcon } from "lucide-react";
import { useEditor, useEditorHandle } from "../store/editor-context";

/** Whether the work is on the server, on its way, or only on this device. Announced when it changes. */
export function SaveState() {
  const { autosave, canEdit } = useEditorHandle();
  const save = useEditor((state) => state.save);
  const look = "flex items-center gap-1.5 px-1.5 text-xs whitespace-nowrap sm:px-0 [&>svg]:size-3.5 [&>svg]:shrink-0";
  if (!canEdit) return <span className={`${look} text-muted-foreground`}>You can look, not change</span>;
  return (
    <div role="status" aria-live="polite" className="min-w-0">
      {save.kind === "saved" ? <span className={`${look} text-muted-foreground`}><CheckIcon aria-hidden />Saved</span> : null}
      {save.kind === "saving" ? <span className={`${look} text-muted-foreground`}><LoaderIcon aria-hidden className="animate-spin" />Saving…</span> : null}
      {save.kind === "offline" ? (
        <button type="button" title="Press to try now" onClick={() => void autosave.flush()} className={`${look} rounded-md text-warning-ink underline-offset-2 hover:underline`}><CloudOffIcon aria-hidden />Offline – kept on this device</button>
      ) : null}
      {save.kind === "conflict" ? <span className={`${look} font-medium text-warning-ink`}><TriangleAlertIcon aria-hidden />Changed elsewhere – please choose</span> : null}
      {save.kind === "refused" ? <span title={save.message} className={`${look} text-destructive-ink`}><TriangleAlertIcon aria-hidden /><span className="max-w-[26vw] truncate">Not saved, kept on this device: {save.message}</span></span> : null}
    </div>
  );
}
