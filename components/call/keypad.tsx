"use client";

import { useEffect } from "react";
import { cn } from "@/components/ui/cn";

const KEYS: { key: string; letters: string }[] = [
  { key: "1", letters: "" }, { key: "2", letters: "ABC" }, { key: "3", letters: "DEF" },
  { key: "4", letters: "GHI" }, { key: "5", letters: "JKL" }, { key: "6", letters: "MNO" },
  { key: "7", letters: "PQRS" }, { key: "8", letters: "TUV" }, { key: "9", letters: "WXYZ" },
  { key: "*", letters: "" }, { key: "0", letters: "" }, { key: "#", letters: "" },
];

/** A telephone's keys. While it is shown, the computer's own number keys work too, except in text fields. */
export function Keypad({ onKey, disabled, className }: { onKey: (key: string) => void; disabled?: boolean; className?: string }) {
  useEffect(() => {
    if (disabled) return;
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || target?.closest("input, textarea, select, [contenteditable=true]")) return;
      if (/^[0-9*#]$/.test(event.key)) onKey(event.key);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [onKey, disabled]);

  return (
    <div role="group" aria-label="Telephone keys" className={cn("grid grid-cols-3 gap-2", className)}>
      {KEYS.map(({ key, letters }) => (
        <button
          key={key}
          type="button"
          aria-label={key}
          disabled={disabled}
          onClick={() => onKey(key)}
          className="flex h-13 flex-col items-center justify-center rounded-xl border border-border bg-card transition-colors select-none hover:bg-accent active:bg-primary-soft disabled:opacity-50"
        >
          <span className="text-xl leading-none font-medium" aria-hidden>{key}</span>
          {letters ? <span className="mt-1 text-[0.625rem] leading-none tracking-widest text-muted-foreground" aria-hidden>{letters}</span> : null}
        </button>
      ))}
    </div>
  );
}
