"use client";

import { ChevronDownIcon, ChevronUpIcon, PlusIcon, Trash2Icon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { addVariable, freeVariableName } from "@/lib/editor/commands/variables";
import { updateField } from "@/lib/editor/commands/nodes";
import type { FlowDocument, FlowNode } from "@/lib/flow/document/schema";
import { useActions, useEditor } from "../store/editor-context";
import { DraftInput, numberIn } from "./draft-input";
import { Section } from "./section";
import { TemplateField } from "./template-field";
import { Toggle } from "./toggle";
import { VariablePicker } from "./variable-picker";
import { VariableType } from "./variable-type";

interface Question { variable: string; text: string; retries: number; confirm: boolean; reask?: string }

/** The questions of a step that collects answers. `path`: where in the node they are. */
export function QuestionsEditor({ node, path, questions, label, help }: { node: FlowNode; path: string; questions: readonly Question[]; label: string; help?: string }) {
  const actions = useActions();
  const set = (document: FlowDocument, next: readonly Question[]) => updateField(document, node.id, path, next);
  const change = (words: string, next: readonly Question[], key?: string) => actions.change(words, (document) => set(document, next), key ? { key: `${node.id} ${path} ${key}` } : undefined);
  const patch = (i: number, values: Partial<Question>, key: string) => change("Change a question", questions.map((question, at) => (at === i ? strip({ ...question, ...values }) : question)), `${i} ${key}`);
  const add = () => actions.change("Add a question", (document) => {
    const used = new Set(questions.map((question) => question.variable));
    const free = document.variables.find((variable) => !used.has(variable.name));
    const name = free?.name ?? freeVariableName(document, "answer");
    return set(free ? document : addVariable(document, { name }), [...questions, { variable: name, text: "", retries: 2, confirm: false }]);
  });
  const move = (i: number, to: number) => {
    const next = [...questions];
    next.splice(to, 0, ...next.splice(i, 1));
    change("Change the order of questions", next);
  };
  return (
    <Section title={label} hint={help} field={path} action={<Button variant="ghost" size="sm" className="h-7" onClick={add}><PlusIcon aria-hidden />Add question</Button>}>
      {questions.length === 0 ? <p className="text-[0.8125rem] text-muted-foreground">No question yet.</p> : null}
      {questions.map((question, i) => (
        <div key={i} data-field={`${path}.${i}`} className="grid gap-3 rounded-lg border border-border bg-card p-3 shadow-card">
          <div className="flex items-center gap-1">
            <span className="flex-1 text-xs font-medium text-muted-foreground">Question {i + 1}</span>
            <Button variant="ghost" size="icon-sm" aria-label={`Move question ${i + 1} up`} disabled={i === 0} onClick={() => move(i, i - 1)}><ChevronUpIcon /></Button>
            <Button variant="ghost" size="icon-sm" aria-label={`Move question ${i + 1} down`} disabled={i === questions.length - 1} onClick={() => move(i, i + 1)}><ChevronDownIcon /></Button>
            <Button variant="ghost" size="icon-sm" aria-label={`Remove question ${i + 1}`} onClick={() => change("Remove a question", questions.filter((_, at) => at !== i))}><Trash2Icon /></Button>
          </div>
          <div data-field={`${path}.${i}.text`}><TemplateField label="Ask" value={question.text} rows={2} placeholder="What is your name?" onChange={(text) => patch(i, { text }, "text")} /></div>
          <div data-field={`${path}.${i}.variable`} className="grid gap-1.5">
            <span className="text-[0.8125rem] font-medium">Remember the answer as</span>
            <VariablePicker label={`Variable of question ${i + 1}`} value={question.variable} onPick={(document, name) => set(document, questions.map((each, at) => (at === i ? { ...each, variable: name } : each)))} />
            <VariableType name={question.variable} />
          </div>
          <Toggle label="Read it back" help="“You said Anna. Is that right?”" checked={question.confirm} onChange={(confirm) => patch(i, { confirm }, "confirm")} />
          <details className="group/more">
            <summary className="w-fit cursor-pointer rounded text-[0.8125rem] font-medium text-muted-foreground hover:text-foreground">When the answer is no use</summary>
            <div className="mt-3 grid gap-3">
              <TemplateField label="Ask again with" value={question.reask ?? ""} rows={2} placeholder="Sorry, could you say your name again?" help="Empty: the same question again." onChange={(reask) => patch(i, { reask: reask === "" ? undefined : reask }, "reask")} />
              <DraftInput label="How often to ask again" draft={`${node.id}:${path}.${i}.retries`} value={String(question.retries)} parse={numberIn(0, 10)} inputMode="numeric" className="w-20 tabular" suffix="times, then it gives up" onCommit={(retries) => patch(i, { retries }, "retries")} />
            </div>
          </details>
        </div>
      ))}
      <Known questions={questions} />
    </Section>
  );
}

function strip(question: Question): Question {
  if (question.reask !== undefined) return question;
  const { reask: _none, ...rest } = question;
  return rest;
}

/** What is skipped, said only where it matters. */
function Known({ questions }: { questions: readonly Question[] }) {
  const some = useEditor((state) => questions.some((question) => state.document.variables.some((variable) => variable.name === question.variable && variable.default !== null)));
  return some ? <p className="text-xs leading-snug text-muted-foreground">A question whose answer is known already is skipped the first time.</p> : null;
}
