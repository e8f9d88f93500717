"use client";

import { AlignHorizontalDistributeCenterIcon, AlignStartHorizontalIcon, AlignStartVerticalIcon, AlignVerticalDistributeCenterIcon, CopyIcon, PencilIcon, Trash2Icon, type LucideIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";
import { useCanvas } from "../canvas/use-canvas";
import { useActions, useEditor, useEditorHandle } from "../store/editor-context";

/** What can be done with several chosen things at once, over the canvas. */
export function SelectionBar() {
  const { canEdit } = useEditorHandle();
  const count = useEditor((state) => state.selected.size);
  if (!canEdit || count < 2) return null;
  return (
    <div className="absolute top-3 left-1/2 z-10 flex -translate-x-1/2 items-center rounded-lg border border-border bg-card p-0.5 shadow-float max-md:top-14">
      <span className="px-2.5 text-[0.8125rem] font-medium whitespace-nowrap text-muted-foreground">{count} selected</span>
      <SelectionBarContent />
    </div>
  );
}

/** On narrow screens: what can be done with the one step that was tapped. Its form covers the canvas, so it opens on demand. */
export function TappedBar() {
  const { canEdit } = useEditorHandle();
  const id = useEditor((state) => (state.selected.size === 1 ? [...state.selected][0]! : null));
  const isNode = useEditor((state) => state.document.nodes.some((node) => node.id === id));
  const dock = useEditor((state) => state.dock);
  const actions = useActions();
  const canvas = useCanvas();
  if (id === null || dock !== "closed") return null;
  return (
    <div role="toolbar" aria-label="Selected" className="absolute bottom-16 left-1/2 z-10 flex -translate-x-1/2 items-center gap-0.5 rounded-lg border border-border bg-card p-1 shadow-float lg:hidden">
      {isNode ? <Button size="sm" onClick={() => actions.set({ inspectorOpen: true })}><PencilIcon aria-hidden />{canEdit ? "Edit" : "Look at it"}</Button> : null}
      {canEdit ? (
        <>
          <Tool icon={CopyIcon} label="Duplicate" onClick={canvas.duplicate} />
          <Tool icon={Trash2Icon} label="Delete" onClick={canvas.remove} />
        </>
      ) : null}
    </div>
  );
}

export function SelectionBarContent() {
  const count = useEditor((state) => state.selected.size);
  const canvas = useCanvas();
  return (
    <div role="toolbar" aria-label="Selected" className="flex items-center gap-0.5">
      <Tool icon={AlignStartVerticalIcon} label="Align left" onClick={() => canvas.alignSelected("left")} />
      <Tool icon={AlignStartHorizontalIcon} label="Align top" onClick={() => canvas.alignSelected("top")} />
      <Tool icon={AlignHorizontalDistributeCenterIcon} label="Spread across" disabled={count < 3} onClick={() => canvas.alignSelected("spreadAcross")} />
      <Tool icon={AlignVerticalDistributeCenterIcon} label="Spread down" disabled={count < 3} onClick={() => canvas.alignSelected("spreadDown")} />
      <span className="mx-1 h-5 w-px bg-border" />
      <Tool icon={CopyIcon} label="Duplicate" onClick={canvas.duplicate} />
      <Tool icon={Trash2Icon} label="Delete" onClick={canvas.remove} />
    </div>
  );
}

function Tool({ icon: Icon, label, disabled, onClick }: { icon: LucideIcon; label: string; disabled?: boolean; onClick: () => void }) {
  return (
    <Tooltip>
      <TooltipTrigger asChild>
        <button type="button" aria-label={label} disabled={disabled} onClick={onClick} className="grid size-8 place-content-center rounded-md text-muted-foreground hover:bg-accent hover:text-foreground disabled:opacity-40"><Icon className="size-4" aria-hidden /></button>
      </TooltipTrigger>
      <TooltipContent>{label}</TooltipContent>
    </Tooltip>
  );
}
