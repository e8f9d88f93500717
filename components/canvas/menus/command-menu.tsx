"use client";

import {
  AlignHorizontalDistributeCenterIcon, AlignStartVerticalIcon, AlignVerticalDistributeCenterIcon, AlignStartHorizontalIcon, CopyIcon, FlagIcon, HistoryIcon, ListChecksIcon, MaximizeIcon, MoonIcon,
  Redo2Icon, RocketIcon, SearchIcon, SettingsIcon, StickyNoteIcon, Trash2Icon, Undo2Icon, WandSparklesIcon, type LucideIcon,
} from "lucide-react";
import { useTheme } from "next-themes";
import { CommandDialog, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList, CommandShortcut } from "@/components/ui/command";
import { makeStart } from "@/lib/editor/commands/nodes";
import { useCanvas } from "../canvas/use-canvas";
import { nodeForm, palette } from "../flow";
import { NamedIcon } from "../icons";
import { useActions, useEditor, useEditorHandle } from "../store/editor-context";
import { shortcut } from "./shortcut-words";

/** Everything that can be done, found by typing (⌘K); and every step of the flow (⌘F). */
export function CommandMenu() {
  const dialog = useEditor((state) => state.dialog);
  const actions = useActions();
  const open = dialog === "commands" || dialog === "find";
  return (
    <CommandDialog open={open} onOpenChange={(next) => { if (!next) actions.set({ dialog: null }); }} title={dialog === "find" ? "Find" : "Commands"} description="Type to search, Enter to choose">
      {open ? <Menu find={dialog === "find"} /> : null}
    </CommandDialog>
  );
}

function Menu({ find }: { find: boolean }) {
  const { store, canEdit } = useEditorHandle();
  const actions = useActions();
  const canvas = useCanvas();
  const { resolvedTheme, setTheme } = useTheme();
  const nodes = useEditor((state) => state.document.nodes);
  const selected = useEditor((state) => state.selected);
  const run = (action: () => void) => () => {
    actions.set({ dialog: null });
    // After the dialog has given the keyboard back, so that it does not take it from what the action opens.
    setTimeout(action, 0);
  };
  const only = selected.size === 1 ? nodes.find((node) => selected.has(node.id)) : undefined;
  return (
    <>
      <CommandInput placeholder={find ? "Find a step by its name or what it says" : "What do you want to do?"} />
      <CommandList className="max-h-96">
        <CommandEmpty>{find ? "No step has that in it." : "Nothing of that name."}</CommandEmpty>
        {find ? null : (
          <>
            {canEdit ? (
              <CommandGroup heading="Add">
                {palette.map(({ type, form }) => (
                  <CommandItem key={type} value={`Add ${form.label}`} onSelect={run(() => canvas.add(type, { position: offset(canvas.middle()) }))}><NamedIcon name={form.icon} />Add {form.label}</CommandItem>
                ))}
                <Item icon={StickyNoteIcon} label="Add a note" onSelect={run(() => canvas.note(offset(canvas.middle())))} />
              </CommandGroup>
            ) : null}
            <CommandGroup heading="Flow">
              {canEdit ? (
                <>
                  <Item icon={WandSparklesIcon} label="Tidy up" onSelect={run(canvas.tidyUp)} />
                  <Item icon={Undo2Icon} label="Undo" keys="Z" onSelect={run(canvas.undo)} />
                  <Item icon={Redo2Icon} label="Redo" keys="shift Z" onSelect={run(canvas.redo)} />
                </>
              ) : null}
              <Item icon={MaximizeIcon} label="Show everything" onSelect={run(canvas.fit)} />
              <Item icon={SearchIcon} label="Find a step" keys="F" onSelect={() => store.getState().set({ dialog: "find" })} />
              <Item icon={ListChecksIcon} label="Show problems" onSelect={run(() => store.getState().set({ dialog: "problems" }))} />
              <Item icon={HistoryIcon} label="Show versions" onSelect={run(() => store.getState().set({ dialog: "versions" }))} />
              {canEdit ? <Item icon={RocketIcon} label="Publish" onSelect={run(() => store.getState().set({ dialog: "publish" }))} /> : null}
              <Item icon={SettingsIcon} label="Agent settings" onSelect={run(() => store.getState().focusOn(null))} />
              <Item icon={MoonIcon} label={resolvedTheme === "dark" ? "Light colours" : "Dark colours"} onSelect={run(() => setTheme(resolvedTheme === "dark" ? "light" : "dark"))} />
            </CommandGroup>
            {canEdit && selected.size > 0 ? (
              <CommandGroup heading="Selected">
                <Item icon={CopyIcon} label="Duplicate" keys="D" onSelect={run(canvas.duplicate)} />
                <Item icon={Trash2Icon} label="Delete" onSelect={run(canvas.remove)} />
                {only ? <Item icon={FlagIcon} label="Start the call here" onSelect={run(() => actions.change("Change the start", (document) => makeStart(document, only.id)))} /> : null}
                {selected.size > 1 ? (
                  <>
                    <Item icon={AlignStartVerticalIcon} label="Align left" onSelect={run(() => canvas.alignSelected("left"))} />
                    <Item icon={AlignStartHorizontalIcon} label="Align top" onSelect={run(() => canvas.alignSelected("top"))} />
                    <Item icon={AlignHorizontalDistributeCenterIcon} label="Spread across" onSelect={run(() => canvas.alignSelected("spreadAcross"))} />
                    <Item icon={AlignVerticalDistributeCenterIcon} label="Spread down" onSelect={run(() => canvas.alignSelected("spreadDown"))} />
                  </>
                ) : null}
              </CommandGroup>
            ) : null}
          </>
        )}
        <CommandGroup heading="Go to">
          {nodes.map((node) => {
            const form = nodeForm(node.type);
            return (
              <CommandItem key={node.id} value={`${node.name} ${form.label} ${node.id}`} keywords={[searchText(node)]} onSelect={run(() => canvas.show(node.id))}>
                <NamedIcon name={form.icon} />
                <span className="truncate">{node.name || form.label}</span>
                <span className="ml-auto pl-3 text-xs text-muted-foreground">{form.label}</span>
              </CommandItem>
            );
          })}
        </CommandGroup>
      </CommandList>
    </>
  );
}

function Item({ icon: Icon, label, keys, onSelect }: { icon: LucideIcon; label: string; keys?: string; onSelect: () => void }) {
  return (
    <CommandItem value={label} onSelect={onSelect}>
      <Icon aria-hidden />{label}
      {keys ? <CommandShortcut>{shortcut(keys)}</CommandShortcut> : null}
    </CommandItem>
  );
}

const offset = (at: { x: number; y: number }) => ({ x: at.x - 144, y: at.y - 60 });

/** All text inside a step, for the search. */
function searchText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value !== null && typeof value === "object") return Object.values(value).map(searchText).join(" ");
  return "";
}
