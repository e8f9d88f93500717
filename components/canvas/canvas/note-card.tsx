"use client";

import { NodeResizer, type NodeProps } from "@xyflow/react";
import { memo } from "react";
import { changeNote } from "@/lib/editor/commands/notes";
import { cn } from "@/components/ui/cn";
import { useActions } from "../store/editor-context";
import type { NoteNode } from "./to-flow";

/** A sticky note: text for people, nothing that the call sees. */
export const NoteCard = memo(function NoteCard({ id, data: { note }, selected }: NodeProps<NoteNode>) {
  const actions = useActions();
  return (
    <>
      <NodeResizer
        isVisible={selected} minWidth={140} minHeight={80} lineClassName="!border-transparent" handleClassName="!size-2.5 !rounded-full !border-primary !bg-card"
        onResizeEnd={(_event, { width, height, x, y }) => actions.change("Resize the note", (document) => ({
          ...changeNote(document, id, { size: { width: Math.round(width), height: Math.round(height) } }),
          notes: changeNote(document, id, { size: { width: Math.round(width), height: Math.round(height) } }).notes.map((each) => (each.id === id ? { ...each, position: { x: Math.round(x), y: Math.round(y) } } : each)),
        }))}
      />
      <div className={cn("flex size-full rounded-lg border border-node-amber-line bg-node-amber p-1 shadow-card", selected && "ring-2 ring-primary/40")}>
        <textarea
          value={note.text}
          aria-label="Note"
          placeholder="A note for your team"
          maxLength={8000}
          onChange={(event) => actions.change("Write a note", (document) => changeNote(document, id, { text: event.target.value }), { key: `note ${id}` })}
          className="nodrag nowheel size-full resize-none rounded-md bg-transparent p-2 text-[0.8125rem] leading-snug text-foreground outline-none placeholder:text-node-amber-ink/80 focus-visible:outline-2 focus-visible:outline-ring"
        />
      </div>
    </>
  );
});
