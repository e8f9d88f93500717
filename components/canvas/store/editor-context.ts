"use client";

import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Autosave } from "@/lib/editor/autosave";
import type { EditorActions, EditorState, EditorStore } from "./editor-store";

/** What every part of one open editor shares. */
export interface EditorHandle {
  store: EditorStore;
  autosave: Autosave;
  /** May this person change the agent? */
  canEdit: boolean;
}

export const EditorContext = createContext<EditorHandle | null>(null);

export function useEditorHandle(): EditorHandle {
  const handle = useContext(EditorContext);
  if (!handle) throw new Error("This component belongs inside the editor.");
  return handle;
}

/** A part of the editor's state; the component is drawn again only when that part changes. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  return useStore(useEditorHandle().store, select);
}

/** What changes the state; always the same object. */
export function useActions(): EditorActions {
  return useEditorHandle().store.getInitialState();
}
