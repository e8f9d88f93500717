"use client";

import { PlusIcon, StickyNoteIcon } from "lucide-react";
import type { DragEvent } from "react";
import { NODE_COLOURS } from "@/components/ui/node-colours";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";
import { cn } from "@/components/ui/cn";
import { useCanvas } from "../canvas/use-canvas";
import { palette } from "../flow";
import { NamedIcon } from "../icons";

const drag = (type: string) => (event: DragEvent) => {
  event.dataTransfer.setData("application/x-parley-node", type);
  event.dataTransfer.effectAllowed = "copy";
};

/** The kinds of steps, to be dragged onto the canvas or clicked. On narrow screens only the Add node button is there. */
export function Palette() {
  const canvas = useCanvas();
  const item = "group flex w-full items-center gap-2 rounded-md p-1.5 text-left text-[0.8125rem] font-medium hover:bg-accent active:cursor-grabbing";
  const tile = "grid size-7 shrink-0 place-content-center rounded-md border [&>svg]:size-4";
  return (
    <div className="absolute top-3 left-3 z-10 flex flex-col gap-2">
      <div role="toolbar" aria-label="Steps" aria-orientation="vertical" className="hidden w-36 flex-col rounded-xl border border-border bg-card p-1 shadow-card md:flex">
        {palette.map(({ type, form }) => (
          <Tooltip key={type}>
            <TooltipTrigger asChild>
              <button type="button" draggable onDragStart={drag(type)} onClick={() => canvas.add(type, { position: shifted(canvas.middle()) })} className={cn(item, "cursor-grab")}>
                <span className={cn(tile, NODE_COLOURS[form.colour].card, NODE_COLOURS[form.colour].ink)}><NamedIcon name={form.icon} /></span>
                {form.label}
              </button>
            </TooltipTrigger>
            <TooltipContent side="right">{form.description}</TooltipContent>
          </Tooltip>
        ))}
        <div className="mx-1.5 my-1 h-px bg-border" />
        <button type="button" draggable onDragStart={drag("note")} onClick={() => canvas.note(shifted(canvas.middle()))} className={cn(item, "cursor-grab")}>
          <span className={cn(tile, "border-node-amber-line bg-node-amber text-node-amber-ink")}><StickyNoteIcon /></span>
          Note
        </button>
      </div>
      <button
        type="button" onClick={(event) => { const box = event.currentTarget.getBoundingClientRect(); canvas.openAddMenu({ x: box.right + 8, y: box.top }); }}
        className="flex h-9 w-fit items-center gap-2 rounded-lg border border-border bg-card px-3 text-[0.8125rem] font-medium shadow-card hover:bg-accent md:w-36"
      >
        <PlusIcon className="size-4" aria-hidden />
        Add node
        <kbd className="ml-auto hidden rounded border border-border px-1.5 font-sans text-[0.6875rem] text-muted-foreground md:inline" aria-hidden>/</kbd>
      </button>
    </div>
  );
}

/** A card is placed by its corner; steps added one after the other should not lie exactly on each other. */
function shifted(at: { x: number; y: number }) {
  const jitter = () => Math.round((Math.random() - 0.5) * 60);
  return { x: at.x - 144 + jitter(), y: at.y - 60 + jitter() };
}
