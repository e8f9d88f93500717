"use client";

import { useEffect, useState } from "react";
import { Sheet, SheetContent, SheetTitle } from "@/components/ui/sheet";
import { FlowCanvas } from "./canvas/flow-canvas";
import { TalkDock } from "./dock/talk-dock";
import { Inspector } from "./inspector/inspector";
import { AddMenu } from "./menus/add-menu";
import { CommandMenu } from "./menus/command-menu";
import { Palette } from "./menus/palette";
import { SelectionBar, TappedBar } from "./menus/selection-bar";
import { useShortcuts } from "./menus/use-shortcuts";
import { useActions, useEditor, useEditorHandle } from "./store/editor-context";
import { ConflictDialog } from "./top-bar/conflict-dialog";
import { PublishDialog } from "./top-bar/publish-dialog";
import { TopBar } from "./top-bar/top-bar";
import { VersionsSheet } from "./top-bar/versions-sheet";

/** How the parts of the editor share the window. From 1024 px the inspector stands beside the canvas, below that it is a sheet. */
export function EditorWindow() {
  useShortcuts();
  const { canEdit } = useEditorHandle();
  const wide = useWide();
  const open = useEditor((state) => state.inspectorOpen);
  const actions = useActions();

  // On a narrow screen the form would cover the canvas that one came for.
  useEffect(() => { if (!wide) actions.set({ inspectorOpen: false }); }, [wide, actions]);

  return (
    <div className="flex h-dvh min-h-0 flex-1 flex-col overflow-hidden md:h-auto">
      <TopBar />
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          <main className="relative min-h-0 flex-1">
            <FlowCanvas />
            {canEdit ? <Palette /> : null}
            <SelectionBar />
            <TappedBar />
          </main>
          <TalkDock />
        </div>
        {wide && open ? <aside aria-label="Inspector" className="w-[23.5rem] shrink-0 overflow-hidden border-l border-border bg-background"><Inspector /></aside> : null}
      </div>
      {wide ? null : (
        <Sheet open={open} onOpenChange={(next) => actions.set({ inspectorOpen: next })}>
          <SheetContent side="bottom" className="h-[82dvh] gap-0 overflow-hidden bg-background" aria-describedby={undefined}>
            <SheetTitle className="sr-only">Inspector</SheetTitle>
            <Inspector />
          </SheetContent>
        </Sheet>
      )}
      <AddMenu />
      <CommandMenu />
      <PublishDialog />
      <VersionsSheet />
      <ConflictDialog />
    </div>
  );
}

function useWide(): boolean {
  const [wide, setWide] = useState(() => window.matchMedia("(min-width: 1024px)").matches);
  useEffect(() => {
    const query = window.matchMedia("(min-width: 1024px)");
    const changed = () => setWide(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return wide;
}
