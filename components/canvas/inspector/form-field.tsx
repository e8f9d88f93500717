"use client";

import { Input } from "@/components/ui/input";
import { updateField } from "@/lib/editor/commands/nodes";
import { getPath } from "@/lib/editor/path";
import type { FlowNode } from "@/lib/flow/document/schema";
import type { FormField as Field } from "@/lib/flow/nodes/node-type";
import { Field as Labelled } from "@/components/ui/field";
import { useActions, useEditor } from "../store/editor-context";
import { AssignmentsEditor } from "./assignments-editor";
import { Choice } from "./choice";
import { DraftInput, numberIn } from "./draft-input";
import { ExamplesEditor } from "./examples-editor";
import { QuestionsEditor } from "./questions-editor";
import { TemplateField } from "./template-field";
import { Toggle } from "./toggle";
import { VariablePicker } from "./variable-picker";

type List<T> = readonly T[];
const listOf = <T,>(value: unknown): List<T> => (Array.isArray(value) ? (value as T[]) : []);

/** Is the field for this node as it is now? */
export function isShown(field: Field, node: FlowNode): boolean {
  return field.showWhen === undefined || getPath(node, field.showWhen.key) === field.showWhen.equals;
}

/** Kinds that are sections of their own. */
export const isSection = (field: Field) => field.kind === "questions" || field.kind === "assignments";

/** One field of a node type's form, by its kind. Nothing here knows any node type. */
export function FormField({ field, node }: { field: Field; node: FlowNode }) {
  const actions = useActions();
  const value = getPath(node, field.key);
  const noModel = useEditor((state) => state.document.speech.llm === undefined && state.document.speech.mode === "pipeline");
  const set = (next: unknown) => actions.change(`Change ${field.label.toLowerCase()}`, (document) => updateField(document, node.id, field.key, next), { key: `${node.id} ${field.key}` });
  const text = typeof value === "string" ? value : "";
  switch (field.kind) {
    case "template": return <TemplateField label={field.label} value={text} placeholder={field.placeholder} help={field.help} onChange={(next) => set(next === "" && value === undefined ? undefined : next)} />;
    case "text": return <Labelled label={field.label} hint={field.help} className="[&_label]:text-[0.8125rem] [&_p]:text-xs">{(control) => <Input {...control} value={text} placeholder={field.placeholder} maxLength={100} onChange={(event) => set(event.target.value === "" ? undefined : event.target.value)} />}</Labelled>;
    case "number": return <DraftInput label={field.label} hint={field.help} draft={`${node.id}:${field.key}`} value={value === undefined ? "" : String(value)} parse={numberIn(-1e9, 1e9, false)} inputMode="decimal" onCommit={set} />;
    case "toggle": return <Toggle label={field.label} help={field.help} checked={value === true} onChange={set} />;
    case "choice": return (
      <div className="grid gap-1.5">
        <Choice label={field.label} help={field.help} value={String(value ?? "")} options={field.options ?? []} onChange={set} />
        {value === "prompt" && noModel ? <button type="button" onClick={() => actions.focusOn(null, "speech.llm")} className="w-fit rounded text-left text-xs leading-snug text-warning-ink underline underline-offset-2">No language model is chosen yet. Choose one in the agent’s settings.</button> : null}
      </div>
    );
    case "variable": return <div className="grid gap-1.5"><span className="text-[0.8125rem] font-medium">{field.label}</span><VariablePicker label={field.label} value={text} onPick={(document, name) => updateField(document, node.id, field.key, name)} /></div>;
    case "questions": return <QuestionsEditor node={node} path={field.key} label={field.label} help={field.help} questions={listOf(value)} />;
    case "assignments": return <AssignmentsEditor node={node} path={field.key} label={field.label} help={field.help} assignments={listOf(value)} />;
    case "examples": return <ExamplesEditor node={node} path={field.key} label={field.label} examples={listOf(value)} />;
  }
}
