"use client";

import { useEffect } from "react";
import { toast } from "@/components/ui/toast";
import { useCanvas } from "../canvas/use-canvas";
import { useEditorHandle } from "../store/editor-context";

const TYPING = "input, textarea, select, [contenteditable=true]";
const typing = (target: EventTarget | null) => target instanceof HTMLElement && target.closest(TYPING) !== null;
/** Somewhere with keys of its own: an open menu, list or dialog. */
const elsewhere = (target: EventTarget | null) => target instanceof HTMLElement && target.closest("[role=dialog], [data-radix-menu-content], [role=listbox], [role=alertdialog]") !== null;

/** Keys of the whole editor. Text fields keep theirs; undo in a text field is the field's own until it has none. */
export function useShortcuts() {
  const { store, canEdit, autosave } = useEditorHandle();
  const canvas = useCanvas();
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      const command = event.metaKey || event.ctrlKey;
      const key = event.key.toLowerCase();
      if (command && key === "k") {
        event.preventDefault();
        return store.getState().set({ dialog: "commands" });
      }
      if (command && key === "s") {
        event.preventDefault();
        return void autosave.flush();
      }
      if (elsewhere(event.target)) return;
      if (command && key === "f") {
        event.preventDefault();
        return store.getState().set({ dialog: "find" });
      }
      if (typing(event.target)) {
        if (event.key === "Escape") (event.target as HTMLElement).blur();
        return;
      }
      const run = (action: () => void) => {
        event.preventDefault();
        action();
      };
      if (command && canEdit) {
        if (key === "z") return run(event.shiftKey ? canvas.redo : canvas.undo);
        if (key === "y") return run(canvas.redo);
        if (key === "d") return run(canvas.duplicate);
      }
      if (command && key === "a") return run(canvas.selectAll);
      if (command || event.altKey) return;
      const { selected, selectedExit, select, focusOn, set, live } = store.getState();
      if (canEdit && (event.key === "Delete" || event.key === "Backspace")) return run(canvas.remove);
      if (canEdit && event.key === "/") return run(() => canvas.openAddMenu());
      if (event.key === "Escape") {
        if (selected.size > 0 || selectedExit) select([]);
        else if (live?.replay) set({ live: null });
        return;
      }
      const card = (event.target as HTMLElement).closest?.<HTMLElement>(".react-flow__node-card");
      if (event.key === "Enter" && card?.dataset.id && event.target === card) return run(() => focusOn(card.dataset.id!));
    };

    /** Who goes through the steps by keyboard acts on the step they are at, not on one chosen before. */
    const focusIn = (event: FocusEvent) => {
      const card = event.target as HTMLElement;
      const id = card.matches?.(".react-flow__node-card:focus-visible") ? card.dataset.id : undefined;
      const { selected, select } = store.getState();
      if (id && !selected.has(id)) select([id]);
    };

    const clipboard = (event: ClipboardEvent) => {
      if (typing(event.target) || elsewhere(event.target) || String(window.getSelection() ?? "") !== "") return;
      if (event.type === "paste") {
        const text = event.clipboardData?.getData("text/plain");
        if (!text || !canEdit) return;
        event.preventDefault();
        const at = canvas.middle();
        if (!canvas.paste(text, { x: at.x - 144, y: at.y - 80 })) toast("What you pasted are not steps of a flow.");
        return;
      }
      const text = event.type === "cut" && canEdit ? canvas.cut() : canvas.copy();
      if (text === null) return;
      event.preventDefault();
      event.clipboardData?.setData("text/plain", text);
    };

    window.addEventListener("keydown", keyDown);
    window.addEventListener("focusin", focusIn);
    document.addEventListener("copy", clipboard);
    document.addEventListener("cut", clipboard);
    document.addEventListener("paste", clipboard);
    return () => {
      window.removeEventListener("keydown", keyDown);
      window.removeEventListener("focusin", focusIn);
      document.removeEventListener("copy", clipboard);
      document.removeEventListener("cut", clipboard);
      document.removeEventListener("paste", clipboard);
    };
  }, [store, canvas, canEdit, autosave]);
}
