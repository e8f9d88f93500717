"use client";

import { useEffect, useRef } from "react";
import { SelectionBarContent } from "../menus/selection-bar";
import { useEditor, useEditorHandle } from "../store/editor-context";
import { AgentSettings } from "./agent-settings";
import { NodeInspector } from "./node-inspector";

/** The form of what is chosen: a step, or the agent when nothing is. */
export function Inspector() {
  const { canEdit } = useEditorHandle();
  const box = useRef<HTMLDivElement>(null);
  const id = useEditor((state) => (state.selected.size === 1 ? [...state.selected][0]! : state.selected.size === 0 ? (state.selectedExit?.node ?? null) : null));
  const several = useEditor((state) => (state.selected.size > 1 ? state.selected.size : 0));
  const node = useEditor((state) => (id === null ? undefined : state.document.nodes.find((candidate) => candidate.id === id)));
  const isNote = useEditor((state) => id !== null && state.document.notes.some((note) => note.id === id));
  const focus = useEditor((state) => state.focus);

  useEffect(() => {
    if (focus.count === 0 || !box.current) return;
    // One frame later: exits and folds that the field is in have opened by then.
    const frame = requestAnimationFrame(() => focusField(box.current, focus.field));
    return () => cancelAnimationFrame(frame);
  }, [focus]);

  return (
    <div ref={box} className="h-full overflow-x-hidden overflow-y-auto overscroll-contain pb-10">
      <fieldset disabled={!canEdit} className="min-w-0">
        {several > 0 ? <Several count={several} /> : node ? <NodeInspector key={node.id} node={node} /> : isNote ? <p className="p-4 text-sm leading-relaxed text-muted-foreground">A note for your team. Write on it on the canvas; callers never hear it.</p> : <AgentSettings />}
      </fieldset>
    </div>
  );
}

function Several({ count }: { count: number }) {
  return (
    <div className="grid gap-3 p-4">
      <h2 className="text-base font-semibold">{count} things selected</h2>
      <p className="text-[0.8125rem] text-muted-foreground">Line them up, copy them to another agent, or delete them.</p>
      <SelectionBarContent />
    </div>
  );
}

const CONTROLS = "input:not([type=hidden]), textarea, select, button, [role=combobox], summary";

/** Sends the keyboard to a field by its path; to the nearest part of the form that there is when the field itself is not shown. */
function focusField(box: HTMLElement | null, field: string | null): void {
  if (!box) return;
  const parts = (field ?? "name").split(".");
  for (let length = parts.length; length > 0; length--) {
    const found = box.querySelector<HTMLElement>(`[data-field="${CSS.escape(parts.slice(0, length).join("."))}"]`);
    if (!found) continue;
    const fold = found.closest("details");
    if (fold) fold.open = true;
    found.scrollIntoView({ block: "center", behavior: "smooth" });
    const control = found.matches(CONTROLS) ? found : (found.querySelector<HTMLElement>("input:not([type=hidden]), textarea, [role=combobox]") ?? found.querySelector<HTMLElement>(CONTROLS));
    control?.focus({ preventScroll: true });
    if (field === null && control instanceof HTMLInputElement) control.select();
    return;
  }
}
