"use client";

import { CopyIcon, EllipsisVerticalIcon, FlagIcon, Trash2Icon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { NODE_COLOURS } from "@/components/ui/node-colours";
import { makeStart, updateField } from "@/lib/editor/commands/nodes";
import type { FlowNode } from "@/lib/flow/document/schema";
import { useCanvas } from "../canvas/use-canvas";
import { nodeForm } from "../flow";
import { NamedIcon } from "../icons";
import { useActions, useEditor, useEditorHandle } from "../store/editor-context";
import { problemsOf } from "../store/problems-of";
import { ProblemItem } from "../top-bar/problem-item";
import { ExitsEditor } from "./exits-editor";
import { FormField, isSection, isShown } from "./form-field";
import { GlobalEditor } from "./global-editor";
import { Fold } from "./section";

/** The form of one step, made from its type's description. */
export function NodeInspector({ node }: { node: FlowNode }) {
  const form = nodeForm(node.type);
  const fields = form.fields.filter((field) => isShown(field, node));
  const main = fields.filter((field) => !field.advanced && !isSection(field));
  const advanced = fields.filter((field) => field.advanced && !isSection(field));
  return (
    <>
      <Header node={node} />
      <Problems node={node.id} />
      {main.length > 0 ? <div className="grid gap-4 px-4 pb-5">{main.map((field) => <div key={field.key} data-field={field.key}><FormField field={field} node={node} /></div>)}</div> : null}
      {fields.filter(isSection).map((field) => <FormField key={field.key} field={field} node={node} />)}
      <ExitsEditor node={node} />
      {form.canBeGlobal ? <GlobalEditor node={node} /> : null}
      {advanced.length > 0 ? <Fold title="More">{advanced.map((field) => <div key={field.key} data-field={field.key}><FormField field={field} node={node} /></div>)}</Fold> : null}
    </>
  );
}

function Header({ node }: { node: FlowNode }) {
  const { canEdit } = useEditorHandle();
  const actions = useActions();
  const canvas = useCanvas();
  const isStart = useEditor((state) => state.document.start === node.id);
  const form = nodeForm(node.type);
  const colour = NODE_COLOURS[form.colour];
  return (
    <div className="flex items-start gap-3 px-4 pt-4 pb-4">
      <span className={cn("mt-0.5 grid size-8 shrink-0 place-content-center rounded-lg border", colour.card, colour.ink)}><NamedIcon name={form.icon} className="size-4" /></span>
      <div className="min-w-0 flex-1" data-field="name">
        <input
          aria-label="Name of the step" value={node.name} placeholder={form.label} maxLength={200}
          onChange={(event) => actions.change("Rename a step", (document) => updateField(document, node.id, "name", event.target.value), { key: `${node.id} name` })}
          className="-mx-1.5 w-full truncate rounded-md bg-transparent px-1.5 text-base font-semibold outline-offset-0 hover:bg-accent focus:bg-card"
        />
        <p className="text-xs leading-snug text-muted-foreground">{form.label} – {form.description.charAt(0).toLowerCase() + form.description.slice(1)}{isStart ? ". The call starts here." : ""}</p>
      </div>
      {canEdit ? (
        <DropdownMenu>
          <DropdownMenuTrigger asChild><Button variant="ghost" size="icon-sm" aria-label="What to do with this step" className="max-lg:mr-8"><EllipsisVerticalIcon /></Button></DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <DropdownMenuItem disabled={isStart} onSelect={() => actions.change("Change the start", (document) => makeStart(document, node.id))}><FlagIcon />Start the call here</DropdownMenuItem>
            <DropdownMenuItem onSelect={canvas.duplicate}><CopyIcon />Duplicate</DropdownMenuItem>
            <DropdownMenuSeparator />
            <DropdownMenuItem variant="destructive" onSelect={canvas.remove}><Trash2Icon />Delete</DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      ) : null}
    </div>
  );
}

function Problems({ node }: { node: string }) {
  const problems = useEditor((state) => problemsOf(state.problems, node));
  const actions = useActions();
  if (problems.length === 0) return null;
  return (
    <ul aria-label="Problems of this step" className="mx-4 mb-4 grid gap-0.5 rounded-lg border border-warning/40 bg-warning-soft/50 p-1">
      {problems.map((problem, i) => <ProblemItem key={`${problem.rule}${i}`} problem={problem} {...(problem.field ? { onGo: () => actions.focusOn(node, problem.field) } : {})} />)}
    </ul>
  );
}
