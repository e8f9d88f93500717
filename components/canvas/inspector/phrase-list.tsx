"use client";

import { EarIcon, XIcon } from "lucide-react";
import { useId, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { cn } from "@/components/ui/cn";
import { spokenWords } from "@/lib/speech/words/spoken";
import { useEditor } from "../store/editor-context";
import { PronunciationField } from "./pronunciations";
import { useUnknownWords } from "./use-unknown-words";

/** Phrases as chips. Enter or a comma adds one; Backspace in the empty field takes the last one back for editing. */
export function PhraseList({ label, phrases, onChange, placeholder }: { label: string; phrases: readonly string[]; onChange: (phrases: string[]) => void; placeholder: string }) {
  const id = useId();
  const [text, setText] = useState("");
  const local = useEditor((state) => state.document.speech.mode === "pipeline" && state.document.speech.stt.provider === "local");
  const unknown = useUnknownWords(phrases, local);
  const add = (added: string[]) => {
    const next = added.map((phrase) => phrase.trim().slice(0, 200)).filter((phrase) => phrase !== "");
    const all = [...phrases];
    for (const phrase of next) if (!all.some((known) => known.toLowerCase() === phrase.toLowerCase())) all.push(phrase);
    if (all.length !== phrases.length) onChange(all);
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add([text]);
    } else if (event.key === "Backspace" && text === "" && phrases.length > 0) {
      event.preventDefault();
      setText(phrases.at(-1)!);
      onChange(phrases.slice(0, -1));
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData("text/plain");
    if (!/[,\n]/.test(pasted)) return;
    event.preventDefault();
    add(pasted.split(/[,\n]+/));
  };
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap gap-1 rounded-md border border-input/70 bg-card p-1 focus-within:border-ring focus-within:outline-2 focus-within:outline-ring">
        {phrases.map((phrase, i) => {
          const spoken = spokenWords(phrase);
          const words = unknown.filter(({ word }) => spoken.includes(word));
          return (
            <span key={phrase} className={cn("flex max-w-full items-center gap-0.5 rounded bg-secondary py-0.5 pr-0.5 pl-2 text-[0.8125rem]", words.length > 0 && "bg-warning-soft text-warning-ink")}>
              <span className="truncate">{phrase}</span>
              {words.length > 0 ? (
                <Popover>
                  <PopoverTrigger asChild><button type="button" aria-label={`How does ${words.map(({ word }) => word).join(", ")} sound?`} title="The local recogniser does not know this word" className="grid size-5 place-content-center rounded hover:bg-warning/30"><EarIcon className="size-3.5" aria-hidden /></button></PopoverTrigger>
                  <PopoverContent align="start" className="grid gap-3">
                    <p className="text-[0.8125rem] leading-snug">The local recogniser does not know {words.map(({ word }) => `“${word}”`).join(" and ")}, so it cannot hear this phrase. Write how it sounds, in common words.</p>
                    {words.map(({ word, suggestion }) => <PronunciationField key={word} word={word} suggestion={suggestion} />)}
                  </PopoverContent>
                </Popover>
              ) : null}
              <button type="button" aria-label={`Remove ${phrase}`} onClick={() => onChange(phrases.filter((_, at) => at !== i))} className="grid size-5 place-content-center rounded hover:bg-foreground/10"><XIcon className="size-3" aria-hidden /></button>
            </span>
          );
        })}
        <input
          id={id} aria-label={label} value={text} placeholder={phrases.length === 0 ? placeholder : "Add another"} maxLength={200} autoComplete="off"
          onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} onPaste={onPaste} onBlur={() => add([text])}
          className="h-6 min-w-24 flex-1 bg-transparent px-1.5 text-base outline-none placeholder:text-muted-foreground md:text-[0.8125rem]"
        />
      </div>
    </div>
  );
}
