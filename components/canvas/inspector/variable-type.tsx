"use client";

import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { VARIABLE_TYPES, type VariableType as Type } from "@/lib/flow/document/parts";
import type { FlowDocument, Variable } from "@/lib/flow/document/schema";
import { useActions, useEditor } from "../store/editor-context";
import { PhraseList } from "./phrase-list";

export const TYPE_WORDS: Record<Type, string> = { text: "Text", number: "Number", boolean: "Yes or no", choice: "One of a list", date: "Date", time: "Time of day", phone: "Phone number", email: "E-mail address" };

/** The document with one variable changed. */
export function changeVariable(document: FlowDocument, name: string, patch: Partial<Variable>): FlowDocument {
  return { ...document, variables: document.variables.map((variable) => (variable.name === name ? { ...variable, ...patch } : variable)) };
}

/** What kind of answer a variable holds, and the list for a choice. */
export function VariableType({ name }: { name: string }) {
  const actions = useActions();
  const variable = useEditor((state) => state.document.variables.find((candidate) => candidate.name === name));
  if (!variable) return null;
  return (
    <>
      <Select value={variable.type} onValueChange={(type) => actions.change("Change a variable", (document) => changeVariable(document, name, { type: type as Type, default: null, ...(type === "choice" ? { choices: variable.choices ?? [] } : {}) }))}>
        <SelectTrigger aria-label={`Kind of ${name}`}><SelectValue /></SelectTrigger>
        <SelectContent>{VARIABLE_TYPES.map((type) => <SelectItem key={type} value={type}>{TYPE_WORDS[type]}</SelectItem>)}</SelectContent>
      </Select>
      {variable.type === "choice" ? <PhraseList label={`Choices of ${name}`} phrases={variable.choices ?? []} placeholder="small, medium, large" onChange={(choices) => actions.change("Change the choices", (document) => changeVariable(document, name, { choices }))} /> : null}
    </>
  );
}
