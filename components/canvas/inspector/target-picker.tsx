"use client";

import { PlusIcon } from "lucide-react";
import { Select, SelectContent, SelectGroup, SelectItem, SelectLabel, SelectSeparator, SelectTrigger, SelectValue } from "@/components/ui/select";
import { cn } from "@/components/ui/cn";
import { NODE_COLOURS } from "@/components/ui/node-colours";
import type { Exit, FlowNode, NodeKind } from "@/lib/flow/document/schema";
import { useCanvas } from "../canvas/use-canvas";
import { nodeForm, palette } from "../flow";
import { NamedIcon } from "../icons";
import { useEditor } from "../store/editor-context";

const OPEN = " none";
const NEW = " new ";

/** Where an exit leads: a step of the flow, a new one, or nowhere yet. */
export function TargetPicker({ label, node, exit, onPick }: { label: string; node: FlowNode; exit: Exit; onPick: (to: string | null) => void }) {
  const nodes = useEditor((state) => state.document.nodes);
  const canvas = useCanvas();
  const pick = (value: string) => {
    if (value === OPEN) onPick(null);
    else if (value.startsWith(NEW)) canvas.add(value.slice(NEW.length) as NodeKind, { position: { x: node.position.x + 384, y: node.position.y + 60 * node.exits.indexOf(exit) }, from: { node: node.id, exit: exit.id } });
    else onPick(value);
  };
  return (
    <Select value={exit.to ?? OPEN} onValueChange={pick}>
      <SelectTrigger aria-label={label}><SelectValue /></SelectTrigger>
      <SelectContent className="max-h-80">
        <SelectItem value={OPEN}><span className="text-muted-foreground">Not connected</span></SelectItem>
        <SelectGroup>
          <SelectLabel>Steps</SelectLabel>
          {nodes.map((candidate) => {
            const form = nodeForm(candidate.type);
            return <SelectItem key={candidate.id} value={candidate.id}><span className="flex items-center gap-2"><NamedIcon name={form.icon} className={cn("size-3.5", NODE_COLOURS[form.colour].ink)} />{candidate.name || form.label}{candidate.id === node.id ? " (this step)" : ""}</span></SelectItem>;
          })}
        </SelectGroup>
        <SelectSeparator />
        <SelectGroup>
          <SelectLabel>New step</SelectLabel>
          {palette.map(({ type, form }) => <SelectItem key={type} value={`${NEW}${type}`}><span className="flex items-center gap-2"><PlusIcon className="size-3.5" />{form.label}</span></SelectItem>)}
        </SelectGroup>
      </SelectContent>
    </Select>
  );
}
