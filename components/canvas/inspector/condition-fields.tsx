"use client";

import { PlusIcon, XIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Condition } from "@/lib/flow/document/schema";
import { useEditor } from "../store/editor-context";
import { Choice } from "./choice";
import { DraftInput, numberIn } from "./draft-input";
import { PhraseList } from "./phrase-list";
import { TemplateField } from "./template-field";

type Of<T extends Condition["type"]> = Extract<Condition, { type: T }>;
interface Props<C> { condition: C; onChange: (next: C, key: string) => void; draft: string }

/** The fields of a condition, whichever it is. `draft`: where half-typed values of it are kept. */
export function ConditionFields({ condition, onChange, draft }: Props<Condition>) {
  switch (condition.type) {
    case "phrase": return <PhraseList label="Phrases" phrases={condition.phrases} placeholder="yes, sure, of course" onChange={(phrases) => onChange({ ...condition, phrases }, "phrases")} />;
    case "keypad": return (
      <DraftInput
        label="Keys" hideLabel draft={`${draft}.keys`} value={condition.keys} maxLength={32} inputMode="tel" className="w-28 tabular"
        parse={(text) => (/^[0-9*#]{1,32}$/.test(text.trim()) ? { ok: true, value: text.trim() } : { ok: false, message: "0 to 9, * and #." })}
        onCommit={(keys) => onChange({ ...condition, keys }, "keys")}
      />
    );
    case "silence": return (
      <DraftInput label="Seconds of silence" hideLabel draft={`${draft}.seconds`} value={String(condition.seconds)} parse={numberIn(0.5, 3600, false)} inputMode="decimal" className="w-24 tabular" suffix="seconds" onCommit={(seconds) => onChange({ ...condition, seconds }, "seconds")} />
    );
    case "outcome": return <Choice label="Outcome" hideLabel value={condition.is} options={[{ value: "success", label: "It worked" }, { value: "failure", label: "It failed" }]} onChange={(is) => onChange({ ...condition, is: is as "success" | "failure" }, "is")} />;
    case "prompt": return <PromptFields condition={condition} onChange={onChange} draft={draft} />;
    case "expression": return <ExpressionFields condition={condition} onChange={onChange} draft={draft} />;
    case "always": return null;
    case "otherwise": return null;
  }
}

function PromptFields({ condition, onChange }: Props<Of<"prompt">>) {
  const model = useEditor((state) => state.document.speech.llm !== undefined || state.document.speech.mode === "realtime");
  return (
    <div className="grid gap-1.5">
      <Textarea aria-label="What the model looks for" value={condition.text} maxLength={2000} placeholder="the caller wants a refund" className="min-h-16" onChange={(event) => onChange({ ...condition, text: event.target.value }, "text")} />
      {model ? null : <p className="text-xs leading-snug text-warning-ink">This needs a language model. Choose one in the agent’s settings.</p>}
    </div>
  );
}

const OPERATORS: { value: Of<"expression">["tests"][number]["op"]; label: string }[] = [
  { value: "==", label: "is" }, { value: "!=", label: "is not" }, { value: ">", label: "is more than" }, { value: ">=", label: "is at least" }, { value: "<", label: "is less than" }, { value: "<=", label: "is at most" },
  { value: "contains", label: "contains" }, { value: "not_contains", label: "does not contain" }, { value: "starts_with", label: "starts with" }, { value: "exists", label: "is known" }, { value: "not_exists", label: "is not known" },
];

function ExpressionFields({ condition, onChange }: Props<Of<"expression">>) {
  const variables = useEditor((state) => state.document.variables);
  const change = (i: number, patch: Partial<Of<"expression">["tests"][number]>, key: string) =>
    onChange({ ...condition, tests: condition.tests.map((test, at) => (at === i ? { ...test, ...patch } : test)) }, `${key} ${i}`);
  return (
    <div className="grid gap-2">
      {condition.tests.length > 1 ? (
        <Choice label="How many must hold" hideLabel value={condition.match} options={[{ value: "all", label: "All of these" }, { value: "any", label: "Any of these" }]} onChange={(match) => onChange({ ...condition, match: match as "all" | "any" }, "match")} />
      ) : null}
      {condition.tests.map((test, i) => {
        const unary = test.op === "exists" || test.op === "not_exists";
        return (
          <div key={i} className="grid gap-1.5 rounded-md border border-border bg-muted/40 p-2">
            <div className="flex gap-1.5">
              <div className="min-w-0 flex-1"><TemplateField hideLabel label={`What to compare, ${i + 1}`} rows={1} preview={false} maxLength={2000} value={test.left} placeholder={variables[0] ? `{{${variables[0].name}}}` : "{{variable}}"} onChange={(left) => change(i, { left }, "left")} /></div>
              {condition.tests.length > 1 ? <Button variant="ghost" size="icon-sm" className="h-9" aria-label={`Remove comparison ${i + 1}`} onClick={() => onChange({ ...condition, tests: condition.tests.filter((_, at) => at !== i) }, "remove")}><XIcon /></Button> : null}
            </div>
            <div className="grid grid-cols-2 gap-1.5">
              <Select value={test.op} onValueChange={(op) => change(i, { op: op as typeof test.op }, "op")}>
                <SelectTrigger aria-label={`How to compare, ${i + 1}`} className={unary ? "col-span-2" : ""}><SelectValue /></SelectTrigger>
                <SelectContent>{OPERATORS.map((operator) => <SelectItem key={operator.value} value={operator.value}>{operator.label}</SelectItem>)}</SelectContent>
              </Select>
              {unary ? null : <TemplateField hideLabel label={`With what, ${i + 1}`} rows={1} preview={false} maxLength={2000} value={test.right} placeholder="18" onChange={(right) => change(i, { right }, "right")} />}
            </div>
          </div>
        );
      })}
      <Button variant="ghost" size="sm" className="w-fit text-muted-foreground" onClick={() => onChange({ ...condition, tests: [...condition.tests, { left: "", op: "==", right: "" }] }, "add")}><PlusIcon aria-hidden />Another comparison</Button>
    </div>
  );
}
