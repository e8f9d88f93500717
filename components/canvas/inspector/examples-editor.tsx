"use client";

import { PlusIcon, Trash2Icon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import { updateField } from "@/lib/editor/commands/nodes";
import type { FlowNode } from "@/lib/flow/document/schema";
import { useActions } from "../store/editor-context";

interface Example { caller: string; agent: string }

/** Pairs of what a caller says and what the agent should answer: the model learns the tone from them. */
export function ExamplesEditor({ node, path, examples, label }: { node: FlowNode; path: string; examples: readonly Example[]; label: string }) {
  const actions = useActions();
  const change = (next: readonly Example[], key?: string) => actions.change("Change the examples", (document) => updateField(document, node.id, path, next), key ? { key: `${node.id} ${path} ${key}` } : undefined);
  return (
    <div data-field={path} className="grid gap-2">
      <div className="flex items-center justify-between">
        <span className="text-[0.8125rem] font-medium">{label}</span>
        <Button variant="ghost" size="sm" className="h-7" onClick={() => change([...examples, { caller: "", agent: "" }])}><PlusIcon aria-hidden />Add</Button>
      </div>
      {examples.map((example, i) => (
        <div key={i} className="grid gap-1.5 rounded-lg border border-border bg-card p-2.5">
          <Textarea aria-label={`Caller, example ${i + 1}`} placeholder="Caller: Do you open on Sundays?" value={example.caller} maxLength={8000} className="min-h-9" onChange={(event) => change(examples.map((each, at) => (at === i ? { ...each, caller: event.target.value } : each)), `${i} caller`)} />
          <Textarea aria-label={`Agent, example ${i + 1}`} placeholder="Agent: We are closed on Sundays, but open on Saturdays until four." value={example.agent} maxLength={8000} className="min-h-9" onChange={(event) => change(examples.map((each, at) => (at === i ? { ...each, agent: event.target.value } : each)), `${i} agent`)} />
          <Button variant="ghost" size="sm" className="w-fit text-muted-foreground" onClick={() => change(examples.filter((_, at) => at !== i))}><Trash2Icon aria-hidden />Remove</Button>
        </div>
      ))}
    </div>
  );
}
