"use client";

import { PlusIcon, StickyNoteIcon } from "lucide-react";
import type { DragEvent, KeyboardEvent } from "react";
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

/** Up and down go through the palette; it takes one stop of the Tab key. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length]?.focus();
}

/** The kinds of steps, to be dragged onto the canvas or clicked. On narrow screens only the Add node button is there. */
export function Palette() {
  const canvas = useCanvas();
  const item = "group flex w-full items-center gap-2 rounded-md p-1.5 text-left text-[0.8125rem] font-medium hover:bg-accent active:cursor-grabbing";
  const tile = "grid size-7 shrink-0 place-content-center rounded-md border [&>svg]:size-4";
  return (
    <div className="absolute top-3 left-3 z-10 flex flex-col gap-2">
      <div role="menu" aria-label="Steps" aria-orientation="vertical" onKeyDown={moveFocus} className="hidden w-36 flex-col rounded-xl border border-border bg-card p-1 shadow-card md:flex">
        {palette.map(({ type, form }, i) => (
          <Tooltip key={type}>
            <TooltipTrigger asChild>
              <button type="button" role="menuitem" tabIndex={i === 0 ? 0 : -1} draggable onDragStart={drag(type)} onClick={() => canvas.add(type, { position: shifted(canvas.middle()) })} className={cn(item, "cursor-grab")}>
                <span className={cn(tile, NODE_COLOURS[form.colour].card, NODE_COLOURS[form.colour].ink)}><NamedIcon name={form.icon} /></span>
                {form.label}
              </button>
            </TooltipTrigger>
            <TooltipContent side="right">{form.description}</TooltipContent>
          </Tooltip>
        ))}
        <div role="separator" className="mx-1.5 my-1 h-px bg-border" />
        <button type="button" role="menuitem" tabIndex={-1} draggable onDragStart={drag("note")} onClick={() => canvas.note(shifted(canvas.middle()))} className={cn(item, "cursor-grab")}>
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
