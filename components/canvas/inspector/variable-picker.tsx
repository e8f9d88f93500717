"use client";

import { PlusIcon, VariableIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectSeparator, SelectTrigger, SelectValue } from "@/components/ui/select";
import { addVariable } from "@/lib/editor/commands/variables";
import type { FlowDocument } from "@/lib/flow/document/schema";
import { useActions, useEditor } from "../store/editor-context";
import { variableName } from "./draft-input";

const NEW = " new";

/** Picks a variable, or makes one here and picks it. `onPick` may change the document in the same step. */
export function VariablePicker({ label, value, onPick }: { label: string; value: string; onPick: (document: FlowDocument, name: string) => FlowDocument }) {
  const variables = useEditor((state) => state.document.variables);
  const actions = useActions();
  const [name, setName] = useState<string | null>(null);
  const known = variables.some((variable) => variable.name === value);

  if (name !== null) {
    const parsed = variableName(variables.map((variable) => variable.name))(name);
    const make = () => {
      if (!parsed.ok) return;
      actions.change("Add a variable", (document) => onPick(addVariable(document, { name: parsed.value }), parsed.value));
      setName(null);
    };
    return (
      <div className="grid gap-1">
        <div className="flex gap-1.5">
          <Input
            autoFocus aria-label="Name of the new variable" placeholder="customer_name" value={name} onChange={(event) => setName(event.target.value.replace(/\s+/g, "_"))}
            onKeyDown={(event) => {
              if (event.key === "Enter") make();
              if (event.key === "Escape") { event.stopPropagation(); setName(null); }
            }}
          />
          <Button size="sm" className="h-9" disabled={!parsed.ok} onClick={make}>Add</Button>
          <Button size="sm" variant="ghost" className="h-9" onClick={() => setName(null)}>Cancel</Button>
        </div>
        {name !== "" && !parsed.ok ? <p className="text-xs text-destructive-ink">{parsed.message}</p> : null}
      </div>
    );
  }
  return (
    <Select value={value} onValueChange={(next) => (next === NEW ? setName("") : actions.change("Choose the variable", (document) => onPick(document, next)))}>
      <SelectTrigger aria-label={label}><SelectValue placeholder="Choose a variable" /></SelectTrigger>
      <SelectContent>
        {known || value === "" ? null : <SelectItem value={value}>{value} (not in the list)</SelectItem>}
        {variables.map((variable) => <SelectItem key={variable.name} value={variable.name}><span className="flex items-center gap-2"><VariableIcon className="size-3.5" />{variable.name}</span></SelectItem>)}
        {variables.length > 0 ? <SelectSeparator /> : null}
        <SelectItem value={NEW}><span className="flex items-center gap-2"><PlusIcon className="size-3.5" />New variable</span></SelectItem>
      </SelectContent>
    </Select>
  );
}
