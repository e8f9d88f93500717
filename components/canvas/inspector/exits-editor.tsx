"use client";

import { ChevronDownIcon, ChevronUpIcon, GripVerticalIcon, PlusIcon, Trash2Icon } from "lucide-react";
import { useEffect, useState, type DragEvent, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { cn } from "@/components/ui/cn";
import { addExit, connect, moveExit, newCondition, offeredConditions, removeExit, setCondition } from "@/lib/editor/commands/exits";
import type { Condition, ConditionType, Exit, FlowNode } from "@/lib/flow/document/schema";
import { conditionForm, conditionWords, nodeForm } from "../flow";
import { NamedIcon } from "../icons";
import { useActions, useEditor } from "../store/editor-context";
import { ConditionFields } from "./condition-fields";
import { Section } from "./section";
import { TargetPicker } from "./target-picker";

/** The ways out of a step, in their order of priority. */
export function ExitsEditor({ node }: { node: FlowNode }) {
  const actions = useActions();
  const allowed = nodeForm(node.type).conditions;
  const selectedExit = useEditor((state) => (state.selectedExit?.node === node.id ? state.selectedExit.exit : null));
  const focusField = useEditor((state) => (state.focus.node === node.id ? state.focus.field : null));
  const [open, setOpen] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const focused = /^exits\.(\d+)/.exec(focusField ?? "")?.[1];

  useEffect(() => { if (selectedExit) setOpen(selectedExit); }, [selectedExit]);
  useEffect(() => { if (focused !== undefined) setOpen(node.exits[Number(focused)]?.id ?? null); }, [focused, node.exits]);

  if (allowed.length === 0) return null;
  const add = (type: ConditionType) => {
    let id = "";
    actions.change("Add an exit", (document) => {
      const added = addExit(document, node.id, newCondition(type, node.exits));
      id = added.exit;
      return added.document;
    });
    setOpen(id);
  };
  const offered = offeredConditions(allowed, node.exits);
  return (
    <Section
      title="Exits" field="exits"
      hint={node.exits.length > 1 ? "Looked at from top to bottom; the first that holds is taken." : undefined}
      action={offered.length === 0 ? null : (
        <DropdownMenu>
          <DropdownMenuTrigger asChild><Button variant="ghost" size="sm" className="h-7"><PlusIcon aria-hidden />Add exit</Button></DropdownMenuTrigger>
          <DropdownMenuContent align="end" className="w-64">
            {offered.map((type) => (
              <DropdownMenuItem key={type} onSelect={() => add(type)} className="items-start">
                <NamedIcon name={conditionForm(type).icon} className="mt-0.5" />
                <span><span className="block font-medium">{conditionForm(type).label}</span><span className="block text-xs text-muted-foreground">{conditionForm(type).description}</span></span>
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    >
      {node.exits.length === 0 ? <p className="text-[0.8125rem] text-muted-foreground">No way out yet. The call stays here until the caller hangs up.</p> : (
        <ol className="grid gap-2">
          {node.exits.map((exit, i) => (
            <ExitItem
              key={exit.id} node={node} exit={exit} index={i} open={open === exit.id} onToggle={() => setOpen(open === exit.id ? null : exit.id)}
              dragged={dragged === exit.id} onDragStart={() => setDragged(exit.id)} onDragEnd={() => setDragged(null)}
              onDragOverItem={() => { if (dragged && dragged !== exit.id) actions.change("Change the order of exits", (document) => moveExit(document, node.id, dragged, i), { key: `order ${node.id}` }); }}
            />
          ))}
        </ol>
      )}
    </Section>
  );
}

function ExitItem({ node, exit, index, open, onToggle, dragged, onDragStart, onDragEnd, onDragOverItem }: {
  node: FlowNode; exit: Exit; index: number; open: boolean; onToggle: () => void; dragged: boolean; onDragStart: () => void; onDragEnd: () => void; onDragOverItem: () => void;
}) {
  const actions = useActions();
  const allowed = nodeForm(node.type).conditions;
  const others = node.exits.filter((other) => other.id !== exit.id);
  const types = allowed.filter((type) => type === exit.when.type || offeredConditions(allowed, others).includes(type));
  const target = useEditor((state) => state.document.nodes.find((candidate) => candidate.id === exit.to));
  const broken = useEditor((state) => state.problems.some((problem) => problem.node === node.id && problem.severity === "error" && problem.field?.startsWith(`exits.${index}`)));
  const change = (when: Condition, key: string) => actions.change("Change the exit", (document) => setCondition(document, node.id, exit.id, when), { key: `${node.id} ${exit.id} ${key}` });
  const move = (to: number) => actions.change("Change the order of exits", (document) => moveExit(document, node.id, exit.id, to));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    move(index + (event.key === "ArrowUp" ? -1 : 1));
  };
  const words = conditionWords(exit.when);
  return (
    <li
      data-field={`exits.${index}`}
      onDragOver={(event: DragEvent) => { event.preventDefault(); onDragOverItem(); }}
      className={cn("overflow-clip rounded-lg border bg-card shadow-card", broken ? "border-destructive/60" : "border-border", dragged && "opacity-50")}
    >
      <div className="flex items-center">
        <button
          type="button" draggable onDragStart={(event) => { event.dataTransfer.effectAllowed = "move"; onDragStart(); }} onDragEnd={onDragEnd} onKeyDown={onKeyDown}
          aria-label={`Reorder exit ${index + 1}, ${words}`} title="Drag, or use the up and down keys" className="grid h-10 w-7 shrink-0 cursor-grab place-content-center text-muted-foreground hover:text-foreground"
        >
          <GripVerticalIcon className="size-4" aria-hidden />
        </button>
        <button type="button" aria-expanded={open} onClick={onToggle} className="flex min-w-0 flex-1 items-center gap-2 py-2 pr-2 text-left text-[0.8125rem]">
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{exit.label || words}</span>
            <span className={cn("block truncate text-xs", target ? "text-muted-foreground" : "text-warning-ink")}>{target ? `→ ${target.name || nodeForm(target.type).label}` : "not connected"}</span>
          </span>
          {open ? <ChevronUpIcon className="size-4 shrink-0 text-muted-foreground" aria-hidden /> : <ChevronDownIcon className="size-4 shrink-0 text-muted-foreground" aria-hidden />}
        </button>
      </div>
      {open ? (
        <div className="grid gap-3 border-t border-border p-3">
          <div className="grid gap-1.5">
            <span className="text-xs font-medium text-muted-foreground">When</span>
            <Select value={exit.when.type} onValueChange={(type) => change(newCondition(type as ConditionType, others), "type")}>
              <SelectTrigger aria-label={`Condition of exit ${index + 1}`}><SelectValue /></SelectTrigger>
              <SelectContent>{types.map((type) => <SelectItem key={type} value={type}><span className="flex items-center gap-2"><NamedIcon name={conditionForm(type).icon} className="size-3.5" />{conditionForm(type).label}</span></SelectItem>)}</SelectContent>
            </Select>
            <p className="text-xs leading-snug text-muted-foreground">{conditionForm(exit.when.type).description}</p>
            <ConditionFields condition={exit.when} onChange={change} draft={`${node.id}:${exit.id}`} />
          </div>
          <div className="grid gap-1.5">
            <span className="text-xs font-medium text-muted-foreground">Then go to</span>
            <TargetPicker label={`Target of exit ${index + 1}`} node={node} exit={exit} onPick={(to) => actions.change("Connect", (document) => connect(document, node.id, exit.id, to))} />
          </div>
          <div className="-mb-1 flex justify-between">
            <Button variant="ghost" size="sm" className="-ml-2 text-muted-foreground" onClick={() => actions.change("Remove the exit", (document) => removeExit(document, node.id, exit.id))}><Trash2Icon aria-hidden />Remove</Button>
            <span className="flex">
              <Button variant="ghost" size="icon-sm" aria-label="Move up" disabled={index === 0} onClick={() => move(index - 1)}><ChevronUpIcon /></Button>
              <Button variant="ghost" size="icon-sm" aria-label="Move down" disabled={index === node.exits.length - 1} onClick={() => move(index + 1)}><ChevronDownIcon /></Button>
            </span>
          </div>
        </div>
      ) : null}
    </li>
  );
}
