"use client";

import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { FlowDocument } from "@/lib/flow/document/schema";
import { useActions, useEditor } from "../store/editor-context";
import { Choice } from "./choice";
import { DraftInput, numberIn } from "./draft-input";
import { Pronunciations } from "./pronunciations";
import { Fold, Section } from "./section";
import { SpeechSettings } from "./speech-settings";
import { TemplateField } from "./template-field";
import { VariablesEditor } from "./variables-editor";

/** What holds for the whole agent; shown while no step is chosen. */
export function AgentSettings() {
  const actions = useActions();
  const document = useEditor((state) => state.document);
  const focusField = useEditor((state) => (state.focus.node === null ? (state.focus.field ?? "") : ""));
  const { persona, turnTaking, limits, speech, variables } = document;
  const change = (label: string, patch: (document: FlowDocument) => Partial<FlowDocument>, key: string) => actions.change(label, (before) => ({ ...before, ...patch(before) }), { key: `agent ${key}` });
  const setPersona = (patch: Partial<FlowDocument["persona"]>, key: string) => change("Change the character", (before) => ({ persona: { ...before.persona, ...patch } }), key);
  const setTurns = (patch: Partial<FlowDocument["turnTaking"]>) => change("Change the turn-taking", (before) => ({ turnTaking: { ...before.turnTaking, ...patch } }), Object.keys(patch).join());
  const setLimits = (patch: Partial<FlowDocument["limits"]>) => change("Change the limits", (before) => ({ limits: { ...before.limits, ...patch } }), Object.keys(patch).join());
  return (
    <>
      <div className="px-4 pt-4 pb-1">
        <h2 className="text-base font-semibold">Agent settings</h2>
        <p className="text-xs leading-snug text-muted-foreground">For the whole agent. Choose a step to change that step.</p>
      </div>
      <Section title="Variables" field="variables"><VariablesEditor /></Section>
      <Section title="Character" field="persona">
        <div data-field="persona.instructions">
          <TemplateField
            label="Who is the agent?" value={persona.instructions} placeholder="You are a friendly receptionist of a dental practice. You keep your sentences short." preview={false}
            help={speech.llm ? "The language model follows this on every call." : "Only a language model reads this; your own sentences are said as they are."} onChange={(instructions) => setPersona({ instructions }, "instructions")}
          />
        </div>
        <div className="grid gap-1.5" data-field="persona.language">
          <Label htmlFor="agent-language" className="text-[0.8125rem]">Language</Label>
          <Input id="agent-language" list="agent-languages" value={persona.language} maxLength={35} onChange={(event) => setPersona({ language: event.target.value }, "language")} />
          <datalist id="agent-languages">{["en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "it-IT", "nl-NL", "pt-BR"].map((code) => <option key={code} value={code}>{languageName(code)}</option>)}</datalist>
          {speech.stt.provider === "local" && !persona.language.toLowerCase().startsWith("en") ? <p className="text-xs text-warning-ink">Speech on this computer is English only. Another language needs a provider.</p> : null}
        </div>
      </Section>
      <Section title="Speech" field="speech"><SpeechSettings /></Section>
      <Fold title="Pronunciation" field="speech.pronunciations" summary={speech.pronunciations.length === 0 ? "none" : `${speech.pronunciations.length} words`} open={focusField.startsWith("speech.pronunciations")}><Pronunciations /></Fold>
      <Fold title="Turn-taking" field="turnTaking" summary={`${turnTaking.eagerness}, ${turnTaking.firstSpeaker} begins`} open={focusField.startsWith("turnTaking")}>
        <Choice
          label="How soon it answers" value={turnTaking.eagerness} onChange={(eagerness) => setTurns({ eagerness: eagerness as FlowDocument["turnTaking"]["eagerness"] })}
          options={[{ value: "patient", label: "Patient", help: "Waits longer, for callers who think aloud." }, { value: "normal", label: "Normal", help: "Waits a moment." }, { value: "eager", label: "Eager", help: "Answers at once, for short exchanges." }]}
        />
        <Choice
          label="May callers interrupt?" value={turnTaking.interruptions} onChange={(interruptions) => setTurns({ interruptions: interruptions as "on" | "off" })}
          options={[{ value: "on", label: "Yes", help: "The agent stops as soon as the caller speaks." }, { value: "off", label: "No", help: "It finishes its sentence first." }]}
        />
        <Choice label="Who speaks first" value={turnTaking.firstSpeaker} onChange={(firstSpeaker) => setTurns({ firstSpeaker: firstSpeaker as "agent" | "caller" })} options={[{ value: "agent", label: "The agent" }, { value: "caller", label: "The caller" }]} />
      </Fold>
      <Fold title="Limits" field="limits" summary={`${Math.round(limits.maxCallSeconds / 60)} minutes`} open={focusField.startsWith("limits")}>
        <div data-field="limits.maxCallSeconds"><DraftInput label="A call ends at the latest after" suffix="seconds" draft="agent:limits.maxCallSeconds" value={String(limits.maxCallSeconds)} parse={numberIn(10, 14_400)} inputMode="numeric" className="w-28 tabular" onCommit={(maxCallSeconds) => setLimits({ maxCallSeconds })} /></div>
        <div data-field="limits.endAfterSilenceSeconds"><DraftInput label="It ends when the caller is silent for" suffix="seconds" draft="agent:limits.endAfterSilenceSeconds" value={String(limits.endAfterSilenceSeconds)} parse={numberIn(3, 3600)} inputMode="numeric" className="w-28 tabular" onCommit={(endAfterSilenceSeconds) => setLimits({ endAfterSilenceSeconds })} /></div>
      </Fold>
      <p className="border-t border-border px-4 py-3 text-xs text-muted-foreground">{document.nodes.length} {document.nodes.length === 1 ? "step" : "steps"}, {variables.length} {variables.length === 1 ? "variable" : "variables"}</p>
    </>
  );
}

function languageName(code: string): string {
  return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
}
