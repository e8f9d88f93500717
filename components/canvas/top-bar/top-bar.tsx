"use client";

import { ArrowLeftIcon, EllipsisIcon, HistoryIcon, PanelRightIcon, PhoneIcon, Redo2Icon, RocketIcon, SearchIcon, SettingsIcon, Undo2Icon, WandSparklesIcon } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";
import { cn } from "@/components/ui/cn";
import { useCanvas } from "../canvas/use-canvas";
import { shortcut } from "../menus/shortcut-words";
import { useActions, useEditor, useEditorHandle } from "../store/editor-context";
import { AgentName } from "./agent-name";
import { ProblemsButton } from "./problems-button";
import { SaveState } from "./save-state";

/** Name, whether it is saved, what is wrong, and the two things one came for: Talk and Publish. */
export function TopBar() {
  const { canEdit } = useEditorHandle();
  const actions = useActions();
  const canvas = useCanvas();
  const canUndo = useEditor((state) => state.history.past.length > 0);
  const canRedo = useEditor((state) => state.history.future.length > 0);
  const inspectorOpen = useEditor((state) => state.inspectorOpen);
  const dock = useEditor((state) => state.dock);
  return (
    <header className="z-20 flex h-14 shrink-0 items-center gap-1 border-b border-border bg-background px-2 sm:gap-1.5 sm:px-3">
      <Button asChild variant="ghost" size="icon-sm"><Link href="/agents" aria-label="All agents"><ArrowLeftIcon /></Link></Button>
      <div className="flex min-w-0 flex-col sm:flex-row sm:items-center sm:gap-3">
        <AgentName />
        <SaveState />
      </div>
      <div className="ml-auto flex shrink-0 items-center gap-1 sm:gap-1.5">
        {canEdit ? (
          <div className="hidden items-center md:flex">
            <Tool label="Undo" keys="Z" aria-disabled={!canUndo} onClick={canvas.undo}><Undo2Icon /></Tool>
            <Tool label="Redo" keys="shift Z" aria-disabled={!canRedo} onClick={canvas.redo}><Redo2Icon /></Tool>
            <Tool label="Tidy up" onClick={canvas.tidyUp}><WandSparklesIcon /></Tool>
            <Tool label="Find" keys="F" onClick={() => actions.set({ dialog: "find" })}><SearchIcon /></Tool>
            <Tool label="Versions" onClick={() => actions.set({ dialog: "versions" })}><HistoryIcon /></Tool>
          </div>
        ) : null}
        <ProblemsButton />
        <Button variant="outline" size="sm" aria-expanded={dock !== "closed"} onClick={actions.talk} className="border-primary/40 text-primary-ink hover:bg-primary-soft">
          <PhoneIcon aria-hidden />Talk
        </Button>
        {canEdit ? <Button size="sm" onClick={() => actions.set({ dialog: "publish" })}><RocketIcon aria-hidden className="hidden sm:block" />Publish</Button> : null}
        <Tool label={inspectorOpen ? "Hide the inspector" : "Show the inspector"} onClick={() => actions.set({ inspectorOpen: !inspectorOpen })} className="hidden lg:inline-flex" aria-pressed={inspectorOpen}><PanelRightIcon /></Tool>
        <MoreMenu canUndo={canUndo} canRedo={canRedo} />
      </div>
    </header>
  );
}

/** What has no room on a phone. */
function MoreMenu({ canUndo, canRedo }: { canUndo: boolean; canRedo: boolean }) {
  const { canEdit } = useEditorHandle();
  const actions = useActions();
  const canvas = useCanvas();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild><Button variant="ghost" size="icon-sm" aria-label="More" className="lg:hidden"><EllipsisIcon /></Button></DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={() => actions.focusOn(null)}><SettingsIcon />Agent settings</DropdownMenuItem>
        {canEdit ? (
          <>
            <DropdownMenuItem disabled={!canUndo} onSelect={canvas.undo}><Undo2Icon />Undo</DropdownMenuItem>
            <DropdownMenuItem disabled={!canRedo} onSelect={canvas.redo}><Redo2Icon />Redo</DropdownMenuItem>
            <DropdownMenuItem onSelect={canvas.tidyUp}><WandSparklesIcon />Tidy up</DropdownMenuItem>
          </>
        ) : null}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => actions.set({ dialog: "find" })}><SearchIcon />Find</DropdownMenuItem>
        <DropdownMenuItem onSelect={() => actions.set({ dialog: "versions" })}><HistoryIcon />Versions</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function Tool({ label, keys, children, className, ...props }: ComponentProps<typeof Button> & { label: string; keys?: string; children: ReactNode }) {
  return (
    <Tooltip>
      <TooltipTrigger asChild><Button variant="ghost" size="icon-sm" aria-label={label} className={cn("text-muted-foreground", className)} {...props}>{children}</Button></TooltipTrigger>
      <TooltipContent>{label}{keys ? <span className="ml-2 opacity-70">{shortcut(keys)}</span> : null}</TooltipContent>
    </Tooltip>
  );
}
