"use client";

import { Trash2Icon } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { FlowDocument } from "@/lib/flow/document/schema";
import { spokenWords } from "@/lib/speech/words/spoken";
import { useActions, useEditor } from "../store/editor-context";
import { useUnknownWords } from "./use-unknown-words";

function setPronunciation(document: FlowDocument, word: string, soundsLike: string | null): FlowDocument {
  const others = document.speech.pronunciations.filter((entry) => entry.word.toLowerCase() !== word.toLowerCase());
  return { ...document, speech: { ...document.speech, pronunciations: soundsLike === null ? others : [...others, { word, soundsLike }] } };
}

/** How one word sounds, with a guess to begin with. */
export function PronunciationField({ word, suggestion }: { word: string; suggestion: string | null }) {
  const actions = useActions();
  const id = useId();
  const saved = useEditor((state) => state.document.speech.pronunciations.find((entry) => entry.word.toLowerCase() === word.toLowerCase())?.soundsLike ?? "");
  const [text, setText] = useState(saved || (suggestion ?? ""));
  const save = () => {
    const next = text.trim();
    if (next !== saved) actions.change("Say how a word sounds", (document) => setPronunciation(document, word, next === "" ? null : next));
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-[0.8125rem] font-medium">How does “{word}” sound?</label>
      <div className="flex gap-1.5">
        <Input id={id} value={text} maxLength={200} placeholder="par lee" onChange={(event) => setText(event.target.value)} onKeyDown={(event) => { if (event.key === "Enter") save(); }} />
        <Button size="sm" className="h-9" onClick={save}>Keep</Button>
      </div>
    </div>
  );
}

/** All words that the flow says how to pronounce. */
export function Pronunciations() {
  const actions = useActions();
  const entries = useEditor((state) => state.document.speech.pronunciations);
  const unclear = useUnknownWords(entries.map((entry) => entry.soundsLike), true);
  const [word, setWord] = useState("");
  const [sound, setSound] = useState("");
  const add = () => {
    if (!word.trim() || !sound.trim()) return;
    actions.change("Say how a word sounds", (document) => setPronunciation(document, word.trim(), sound.trim()));
    setWord("");
    setSound("");
  };
  return (
    <div className="grid gap-2">
      <p className="text-xs leading-snug text-muted-foreground">For names and words that the local recogniser or voice does not know. Write how they sound in common words: Parley – “par lee”.</p>
      {entries.map((entry) => (
        <div key={entry.word} className="flex items-center gap-2 text-[0.8125rem]">
          <span className="min-w-0 flex-1 truncate"><span className="font-medium">{entry.word}</span> <span className="text-muted-foreground">sounds like “{entry.soundsLike}”</span></span>
          {spokenWords(entry.soundsLike).some((part) => unclear.some(({ word: unknown }) => unknown === part)) && !/^[A-Z0-2 ]+$/.test(entry.soundsLike) ? <span className="text-xs text-warning-ink">not known either</span> : null}
          <Button variant="ghost" size="icon-sm" aria-label={`Forget ${entry.word}`} onClick={() => actions.change("Forget how a word sounds", (document) => setPronunciation(document, entry.word, null))}><Trash2Icon /></Button>
        </div>
      ))}
      <div className="grid grid-cols-[1fr_1fr_auto] gap-1.5">
        <Input aria-label="Word" placeholder="Word" value={word} maxLength={100} onChange={(event) => setWord(event.target.value)} />
        <Input aria-label="Sounds like" placeholder="sounds like" value={sound} maxLength={200} onChange={(event) => setSound(event.target.value)} onKeyDown={(event) => { if (event.key === "Enter") add(); }} />
        <Button variant="outline" size="sm" className="h-9" disabled={!word.trim() || !sound.trim()} onClick={add}>Add</Button>
      </div>
    </div>
  );
}
