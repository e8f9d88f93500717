"use client";

import { PlusIcon, Trash2Icon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { addVariable, freeVariableName, renameVariable, variablesUsed } from "@/lib/editor/commands/variables";
import type { Variable } from "@/lib/flow/document/schema";
import { useActions, useEditor } from "../store/editor-context";
import { DraftInput, numberIn, variableName } from "./draft-input";
import { changeVariable, TYPE_WORDS, VariableType } from "./variable-type";

/** What the agent can remember during a call. Renaming one renames it wherever it is used. */
export function VariablesEditor() {
  const actions = useActions();
  const variables = useEditor((state) => state.document.variables);
  const [open, setOpen] = useState<number | null>(null);
  const add = () => {
    actions.change("Add a variable", (document) => addVariable(document, { name: freeVariableName(document) }));
    setOpen(variables.length);
  };
  return (
    <div className="grid gap-2">
      {variables.length === 0 ? <p className="text-[0.8125rem] leading-snug text-muted-foreground">None yet. A variable keeps what the caller says: a name, a date, a choice.</p> : null}
      {variables.map((variable, i) => (
        <div key={i} data-field={`variables.${i}`} className="rounded-lg border border-border bg-card shadow-card">
          <button type="button" aria-expanded={open === i} onClick={() => setOpen(open === i ? null : i)} className="flex w-full items-center gap-2 rounded-lg px-3 py-2 text-left text-[0.8125rem] hover:bg-accent/60">
            <span className="min-w-0 flex-1 truncate font-medium">{variable.name}</span>
            <span className="text-xs text-muted-foreground">{TYPE_WORDS[variable.type]}</span>
          </button>
          {open === i ? <VariableForm variable={variable} taken={variables.filter((_, at) => at !== i).map((each) => each.name)} index={i} /> : null}
        </div>
      ))}
      <Button variant="outline" size="sm" className="w-fit" onClick={add}><PlusIcon aria-hidden />Add variable</Button>
    </div>
  );
}

function VariableForm({ variable, taken, index }: { variable: Variable; taken: string[]; index: number }) {
  const actions = useActions();
  const used = useEditor((state) => variablesUsed(state.document.nodes).includes(variable.name));
  const patch = (values: Partial<Variable>, key: string) => actions.change("Change a variable", (document) => changeVariable(document, variable.name, values), { key: `variable ${index} ${key}` });
  return (
    <div className="grid gap-3 border-t border-border p-3">
      <DraftInput label="Name" draft={`variables:${index}.name`} value={variable.name} maxLength={64} parse={variableName(taken)} onCommit={(name) => actions.change("Rename a variable", (document) => renameVariable(document, variable.name, name), { key: `variable ${index} name` })} />
      <div className="grid gap-1.5"><span className="text-[0.8125rem] font-medium">Kind</span><VariableType name={variable.name} /></div>
      <div className="grid gap-1.5">
        <label htmlFor={`variable-${index}-about`} className="text-[0.8125rem] font-medium">What it is</label>
        <Input id={`variable-${index}-about`} value={variable.description} maxLength={500} placeholder="The caller's full name" onChange={(event) => patch({ description: event.target.value }, "description")} />
      </div>
      <DefaultValue variable={variable} index={index} onChange={(value) => patch({ default: value }, "default")} />
      <div className="flex items-center justify-between">
        <span className="text-xs text-muted-foreground">{used ? "Used in the flow" : "Not used yet"}</span>
        <Button variant="ghost" size="sm" className="text-muted-foreground" onClick={() => actions.change(`Delete ${variable.name}`, (document) => ({ ...document, variables: document.variables.filter((each) => each.name !== variable.name) }))}><Trash2Icon aria-hidden />Delete</Button>
      </div>
    </div>
  );
}

function DefaultValue({ variable, index, onChange }: { variable: Variable; index: number; onChange: (value: Variable["default"]) => void }) {
  const value = variable.default;
  if (variable.type === "boolean" || variable.type === "choice") {
    const options = variable.type === "boolean" ? [{ value: "true", label: "Yes" }, { value: "false", label: "No" }] : (variable.choices ?? []).map((choice) => ({ value: choice, label: choice }));
    return (
      <div className="grid gap-1.5">
        <span className="text-[0.8125rem] font-medium">Value at the start</span>
        <Select value={value === null ? " none" : String(value)} onValueChange={(next) => onChange(next === " none" ? null : variable.type === "boolean" ? next === "true" : next)}>
          <SelectTrigger aria-label={`Value of ${variable.name} at the start`}><SelectValue /></SelectTrigger>
          <SelectContent><SelectItem value=" none">Not known</SelectItem>{options.map((option) => <SelectItem key={option.value} value={option.value}>{option.label}</SelectItem>)}</SelectContent>
        </Select>
      </div>
    );
  }
  const number = numberIn(-1e12, 1e12, false);
  return (
    <DraftInput<Variable["default"]>
      label="Value at the start" draft={`variables:${index}.default`} value={value === null ? "" : String(value)} maxLength={2000} placeholder="Not known"
      parse={(text) => (text === "" ? { ok: true, value: null } : variable.type === "number" ? number(text) : { ok: true, value: text })} onCommit={onChange}
    />
  );
}
