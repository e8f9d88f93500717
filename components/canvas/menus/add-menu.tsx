"use client";

import { StickyNoteIcon } from "lucide-react";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { NODE_COLOURS } from "@/components/ui/node-colours";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import { cn } from "@/components/ui/cn";
import { useCanvas } from "../canvas/use-canvas";
import { palette } from "../flow";
import { NamedIcon } from "../icons";
import { useActions, useEditor } from "../store/editor-context";

/** Which step to add, at the place where it was asked for. Type to filter, Enter adds. */
export function AddMenu() {
  const menu = useEditor((state) => state.addMenu);
  const actions = useActions();
  const canvas = useCanvas();
  const close = () => actions.set({ addMenu: null });
  const tile = "grid size-7 shrink-0 place-content-center rounded-md border [&_svg]:size-4";
  return (
    <Popover open={menu !== null} onOpenChange={(open) => { if (!open) close(); }}>
      <PopoverAnchor asChild><span aria-hidden style={{ position: "fixed", left: menu?.at.x ?? 0, top: menu?.at.y ?? 0, width: 1, height: 1 }} /></PopoverAnchor>
      <PopoverContent align="start" side="bottom" sideOffset={2} className="w-72 p-0" aria-label="Add a step">
        <Command loop>
          <CommandInput placeholder={menu?.into ? "Insert which step?" : "Add which step?"} />
          <CommandList>
            <CommandEmpty>No step of that name</CommandEmpty>
            {palette.filter(({ form }) => !menu?.into || form.conditions.length > 0).map(({ type, form }) => (
              <CommandItem
                key={type} value={form.label} keywords={form.description.split(" ")}
                onSelect={() => {
                  if (!menu) return;
                  close();
                  canvas.add(type, menu);
                }}
              >
                <span className={cn(tile, NODE_COLOURS[form.colour].card, NODE_COLOURS[form.colour].ink)}><NamedIcon name={form.icon} className={NODE_COLOURS[form.colour].ink} /></span>
                <span className="min-w-0">
                  <span className="block leading-tight font-medium">{form.label}</span>
                  <span className="block truncate text-xs text-muted-foreground">{form.description}</span>
                </span>
              </CommandItem>
            ))}
            {menu && !menu.from && !menu.into ? (
              <CommandItem value="Note" keywords={["sticky", "comment"]} onSelect={() => { close(); canvas.note(menu.position); }}>
                <span className={cn(tile, "border-node-amber-line bg-node-amber")}><StickyNoteIcon className="text-node-amber-ink" /></span>
                <span className="min-w-0">
                  <span className="block leading-tight font-medium">Note</span>
                  <span className="block truncate text-xs text-muted-foreground">For people; callers never hear it</span>
                </span>
              </CommandItem>
            ) : null}
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
