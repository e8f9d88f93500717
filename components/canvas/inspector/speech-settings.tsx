"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { FlowDocument, ProviderChoice } from "@/lib/flow/document/schema";
import { DEFAULT_LOCAL_VOICE, voicesOf } from "@/lib/speech/catalogue";
import { LOCAL_SPEECH_LIMITS } from "@/lib/speech/limits";
import { api } from "../store/api";
import { useActions, useEditor } from "../store/editor-context";
import { DraftInput, numberIn } from "./draft-input";

interface Credential { provider: string; label: string; model: string | null }
const LOCAL = "local";
const NONE = " none";

/** Who listens, thinks and talks. */
export function SpeechSettings() {
  const actions = useActions();
  const speech = useEditor((state) => state.document.speech);
  const providers = useProviders();
  const set = (patch: Partial<FlowDocument["speech"]>, key?: string) => actions.change("Change the speech", (document) => ({ ...document, speech: { ...document.speech, ...patch } }), key ? { key: `speech ${key}` } : undefined);
  const setModel = (llm: ProviderChoice | undefined, key?: string) => actions.change("Change the language model", (document) => {
    const { llm: _old, ...rest } = document.speech;
    return { ...document, speech: llm ? { ...rest, llm } : rest };
  }, key ? { key: `speech ${key}` } : undefined);
  const local = speech.stt.provider === LOCAL || speech.tts.provider === LOCAL;
  const known = (choice: ProviderChoice | undefined) => [...new Set([...providers.map((each) => each.provider), ...(choice && choice.provider !== LOCAL ? [choice.provider] : [])])];
  const name = (provider: string) => providers.find((each) => each.provider === provider)?.label || provider;
  return (
    <div className="grid gap-4">
      <div className="grid gap-1.5" data-field="speech.stt">
        <span className="text-[0.8125rem] font-medium">Who listens</span>
        <Select value={speech.stt.provider} onValueChange={(provider) => set({ stt: { provider } })}>
          <SelectTrigger aria-label="Who listens"><SelectValue /></SelectTrigger>
          <SelectContent><SelectItem value={LOCAL}>This computer (no key)</SelectItem>{known(speech.stt).map((provider) => <SelectItem key={provider} value={provider}>{name(provider)}</SelectItem>)}</SelectContent>
        </Select>
        {speech.stt.provider === LOCAL ? null : <ModelName label="Recognition model" choice={speech.stt} placeholder="whisper-1" onChange={(stt) => set({ stt }, "stt")} />}
      </div>
      <div className="grid gap-1.5" data-field="speech.llm">
        <span className="text-[0.8125rem] font-medium">Who thinks</span>
        <Select value={speech.llm?.provider ?? NONE} onValueChange={(provider) => setModel(provider === NONE ? undefined : { provider, ...modelOf(providers, provider) })}>
          <SelectTrigger aria-label="Who thinks"><SelectValue /></SelectTrigger>
          <SelectContent><SelectItem value={NONE}>Nobody: your sentences and exits only</SelectItem>{known(speech.llm).map((provider) => <SelectItem key={provider} value={provider}>{name(provider)}</SelectItem>)}</SelectContent>
        </Select>
        {speech.llm ? <ModelName label="Language model" choice={speech.llm} placeholder="gpt-4.1-mini" onChange={(llm) => setModel(llm, "llm")} /> : null}
      </div>
      <div className="grid gap-1.5" data-field="speech.tts">
        <span className="text-[0.8125rem] font-medium">Who talks</span>
        <Select value={speech.tts.provider} onValueChange={(provider) => set({ tts: provider === LOCAL ? { provider, voice: DEFAULT_LOCAL_VOICE, speed: 1 } : { provider } })}>
          <SelectTrigger aria-label="Who talks"><SelectValue /></SelectTrigger>
          <SelectContent><SelectItem value={LOCAL}>This computer (no key)</SelectItem>{known(speech.tts).map((provider) => <SelectItem key={provider} value={provider}>{name(provider)}</SelectItem>)}</SelectContent>
        </Select>
        {speech.tts.provider === LOCAL ? (
          <Select value={speech.tts.voice ?? DEFAULT_LOCAL_VOICE} onValueChange={(voice) => set({ tts: { ...speech.tts, voice } })}>
            <SelectTrigger aria-label="Voice"><SelectValue /></SelectTrigger>
            <SelectContent>{voicesOf(LOCAL).map((voice) => <SelectItem key={voice.id} value={voice.id}>{voice.name} – {voice.description}</SelectItem>)}</SelectContent>
          </Select>
        ) : (
          <div className="grid grid-cols-2 gap-2">
            <ModelName label="Voice model" choice={speech.tts} placeholder="tts-1" onChange={(tts) => set({ tts }, "tts")} />
            <div className="grid gap-1.5"><Label htmlFor="voice-name" className="text-xs text-muted-foreground">Voice</Label><Input id="voice-name" value={speech.tts.voice ?? ""} placeholder="alloy" maxLength={200} onChange={(event) => set({ tts: { ...speech.tts, voice: event.target.value } }, "voice")} /></div>
          </div>
        )}
        <DraftInput label="Speed" draft="speech:tts.speed" value={String(speech.tts.speed ?? 1)} parse={numberIn(0.5, 2, false)} inputMode="decimal" className="w-20 tabular" suffix="times the usual" onCommit={(speed) => set({ tts: { ...speech.tts, speed } }, "speed")} />
      </div>
      {local ? <p className="rounded-lg bg-muted p-3 text-xs leading-relaxed text-muted-foreground">{LOCAL_SPEECH_LIMITS.paragraph}</p> : null}
      <p className="text-xs text-muted-foreground">Providers are added under <Link href="/settings" className="text-primary-ink underline underline-offset-2">Settings</Link>.</p>
    </div>
  );
}

function ModelName({ label, choice, placeholder, onChange }: { label: string; choice: ProviderChoice; placeholder: string; onChange: (choice: ProviderChoice) => void }) {
  const id = `model-${label.replace(/\s/g, "-").toLowerCase()}`;
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id} className="text-xs text-muted-foreground">{label}</Label>
      <Input
        id={id} value={choice.model ?? ""} placeholder={placeholder} maxLength={200}
        onChange={(event) => {
          const { model: _old, ...rest } = choice;
          onChange(event.target.value === "" ? rest : { ...rest, model: event.target.value });
        }}
      />
    </div>
  );
}

const modelOf = (providers: Credential[], provider: string) => {
  const model = providers.find((each) => each.provider === provider)?.model;
  return model ? { model } : {};
};

/** The workspace's providers; none while they are not known. */
function useProviders(): Credential[] {
  const [providers, setProviders] = useState<Credential[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    api<{ items: Credential[] }>("/credentials", { signal: stop.signal }).then((page) => setProviders(page.items), () => {});
    return () => stop.abort();
  }, []);
  return providers;
}
