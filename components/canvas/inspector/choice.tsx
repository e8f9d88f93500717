"use client";

import { useId } from "react";
import { cn } from "@/components/ui/cn";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";

export interface Option { value: string; label: string; help?: string }

/** One of a few: segments when there are two or three short ones, else a list. */
export function Choice({ label, value, options, onChange, hideLabel, help }: { label: string; value: string; options: readonly Option[]; onChange: (value: string) => void; hideLabel?: boolean; help?: string }) {
  const id = useId();
  const segments = options.length <= 3 && options.every((option) => option.label.length <= 18);
  const chosen = options.find((option) => option.value === value);
  const hint = chosen?.help ?? help;
  return (
    <div className="grid min-w-0 gap-1.5">
      {hideLabel ? null : <span id={id} className="text-[0.8125rem] font-medium">{label}</span>}
      {segments ? (
        <div role="radiogroup" aria-labelledby={hideLabel ? undefined : id} aria-label={hideLabel ? label : undefined} className="flex rounded-md bg-secondary p-0.5">
          {options.map((option) => (
            <label key={option.value} className={cn("flex-1 cursor-pointer rounded-[5px] px-2 py-1 text-center text-[0.8125rem] font-medium has-focus-visible:outline-2 has-focus-visible:outline-ring", option.value === value ? "bg-card text-foreground shadow-card" : "text-muted-foreground hover:text-foreground")}>
              <input type="radio" name={id} className="sr-only" checked={option.value === value} onChange={() => onChange(option.value)} />
              {option.label}
            </label>
          ))}
        </div>
      ) : (
        <Select value={value} onValueChange={onChange}>
          <SelectTrigger aria-labelledby={hideLabel ? undefined : id} aria-label={hideLabel ? label : undefined}><SelectValue /></SelectTrigger>
          <SelectContent>{options.map((option) => <SelectItem key={option.value} value={option.value}>{option.label}</SelectItem>)}</SelectContent>
        </Select>
      )}
      {hint ? <p className="text-xs leading-snug text-muted-foreground">{hint}</p> : null}
    </div>
  );
}
