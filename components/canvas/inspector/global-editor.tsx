"use client";

import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { newCondition } from "@/lib/editor/commands/exits";
import { updateField } from "@/lib/editor/commands/nodes";
import type { Condition, ConditionType, FlowNode } from "@/lib/flow/document/schema";
import { conditionForm, conditionWords } from "../flow";
import { useActions } from "../store/editor-context";
import { ConditionFields } from "./condition-fields";
import { DraftInput, numberIn } from "./draft-input";
import { Fold } from "./section";
import { Toggle } from "./toggle";

/** Conditions that can be asked everywhere, whatever step the call is in. */
const EVERYWHERE: ConditionType[] = ["phrase", "keypad", "prompt", "expression"];

/** Makes a step reachable from every other one: "speak to a person", "say that again". */
export function GlobalEditor({ node }: { node: FlowNode }) {
  const actions = useActions();
  const { global } = node;
  const set = (value: FlowNode["global"], label: string, key?: string) => actions.change(label, (document) => updateField(document, node.id, "global", value), key ? { key: `${node.id} global ${key}` } : undefined);
  const change = (when: Condition, key: string) => global && set({ ...global, when }, "Change when it is reached", key);
  return (
    <Fold title="From anywhere" summary={global ? conditionWords(global.when) : "off"} field="global" open={global !== undefined}>
      <Toggle
        label="Reachable from every step" help="For things that callers may want at any time: a person, help, the opening hours."
        checked={global !== undefined}
        onChange={(on) => set(on ? { when: newCondition("phrase", []), cooldownTurns: 0, comesBack: false } : undefined, on ? "Make it reachable from anywhere" : "No longer reachable from anywhere")}
      />
      {global ? (
        <>
          <div className="grid gap-1.5" data-field="global.when">
            <span className="text-[0.8125rem] font-medium">When</span>
            <Select value={global.when.type} onValueChange={(type) => change(newCondition(type as ConditionType, []), "type")}>
              <SelectTrigger aria-label="When it is reached from anywhere"><SelectValue /></SelectTrigger>
              <SelectContent>{EVERYWHERE.map((type) => <SelectItem key={type} value={type}>{conditionForm(type).label}</SelectItem>)}</SelectContent>
            </Select>
            <ConditionFields condition={global.when} onChange={change} draft={`${node.id}:global`} />
          </div>
          <Toggle label="Comes back" help="Afterwards the call goes on where it was." checked={global.comesBack} onChange={(comesBack) => set({ ...global, comesBack }, "Change what happens afterwards")} />
          <DraftInput
            label="Not again for" suffix="turns" draft={`${node.id}:global.cooldownTurns`} value={String(global.cooldownTurns)} parse={numberIn(0, 1000)} inputMode="numeric" className="w-20 tabular"
            onCommit={(cooldownTurns) => set({ ...global, cooldownTurns }, "Change the pause", "cooldown")}
          />
        </>
      ) : null}
    </Fold>
  );
}
