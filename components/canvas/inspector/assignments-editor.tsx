"use client";

import { PlusIcon, Trash2Icon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { addVariable, freeVariableName } from "@/lib/editor/commands/variables";
import { updateField } from "@/lib/editor/commands/nodes";
import type { FlowDocument, FlowNode } from "@/lib/flow/document/schema";
import { useActions } from "../store/editor-context";
import { Section } from "./section";
import { TemplateField } from "./template-field";
import { VariablePicker } from "./variable-picker";

interface Assignment { variable: string; value: string | number | boolean | null }

/** Variables and what they become. */
export function AssignmentsEditor({ node, path, assignments, label, help }: { node: FlowNode; path: string; assignments: readonly Assignment[]; label: string; help?: string }) {
  const actions = useActions();
  const set = (document: FlowDocument, next: readonly Assignment[]) => updateField(document, node.id, path, next);
  const add = () => actions.change("Remember something", (document) => {
    const name = document.variables[0]?.name ?? freeVariableName(document);
    return set(addVariable(document, { name }), [...assignments, { variable: name, value: "" }]);
  });
  return (
    <Section title={label} hint={help} field={path} action={<Button variant="ghost" size="sm" className="h-7" onClick={add}><PlusIcon aria-hidden />Add</Button>}>
      {assignments.length === 0 ? <p className="text-[0.8125rem] text-muted-foreground">Nothing yet.</p> : null}
      {assignments.map((assignment, i) => (
        <div key={i} data-field={`${path}.${i}`} className="grid gap-2 rounded-lg border border-border bg-card p-3 shadow-card">
          <div className="flex gap-1.5">
            <div className="min-w-0 flex-1"><VariablePicker label={`Variable ${i + 1}`} value={assignment.variable} onPick={(document, name) => set(document, assignments.map((each, at) => (at === i ? { ...each, variable: name } : each)))} /></div>
            <Button variant="ghost" size="icon" aria-label={`Remove ${assignment.variable}`} onClick={() => actions.change("Forget", (document) => set(document, assignments.filter((_, at) => at !== i)))}><Trash2Icon /></Button>
          </div>
          <TemplateField
            label="becomes" rows={1} value={assignment.value === null ? "" : String(assignment.value)} placeholder="a value, or {{another_variable}}"
            onChange={(value) => actions.change("Change a value", (document) => set(document, assignments.map((each, at) => (at === i ? { ...each, value } : each))), { key: `${node.id} ${path} ${i}` })}
          />
        </div>
      ))}
    </Section>
  );
}
