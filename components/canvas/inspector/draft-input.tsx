"use client";

import { useId, type ComponentProps, type ReactNode } from "react";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { useActions, useEditor } from "../store/editor-context";

export type Parsed<T> = { ok: true; value: T } | { ok: false; message: string };

/**
 * A field whose text may be wrong while it is typed. Only what is right goes into the document; what is not stays here, with the reason,
 * over reloads and while other things are selected, so nothing typed is lost and the document can always be saved.
 * @param draft key of the half-typed text: "node id:field"
 */
export function DraftInput<T>({ draft, value, parse, onCommit, label, hint, hideLabel, suffix, ...props }: Omit<ComponentProps<typeof Input>, "value" | "onChange"> & {
  draft: string;
  value: string;
  parse: (text: string) => Parsed<T>;
  onCommit: (value: T) => void;
  label: string;
  hint?: ReactNode;
  hideLabel?: boolean;
  suffix?: string;
}) {
  const actions = useActions();
  const kept = useEditor((state) => state.drafts[draft]);
  const id = useId();
  const text = kept ?? value;
  const state = kept === undefined ? null : parse(kept);
  const error = state && !state.ok ? state.message : null;
  return (
    <div className="grid min-w-0 gap-1.5">
      {hideLabel ? null : <Label htmlFor={id} className="text-[0.8125rem]">{label}</Label>}
      <div className="flex items-center gap-2">
        <Input
          id={id} value={text} aria-label={hideLabel ? label : undefined} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined} autoComplete="off"
          onChange={(event) => {
            const next = event.target.value;
            const parsed = parse(next);
            actions.setDraft(draft, parsed.ok ? null : next);
            if (parsed.ok) onCommit(parsed.value);
          }}
          {...props}
        />
        {suffix ? <span className="shrink-0 text-[0.8125rem] text-muted-foreground">{suffix}</span> : null}
      </div>
      {error ? <p id={`${id}-error`} className="text-xs leading-snug text-destructive-ink">{error}</p> : hint ? <p id={`${id}-hint`} className="text-xs leading-snug text-muted-foreground">{hint}</p> : null}
    </div>
  );
}

/** Reads a number within limits. */
export const numberIn = (least: number, most: number, whole = true) => (text: string): Parsed<number> => {
  const value = Number(text.trim().replace(",", "."));
  if (text.trim() === "" || !Number.isFinite(value) || (whole && !Number.isInteger(value))) return { ok: false, message: whole ? "A whole number, please." : "A number, please." };
  return value < least || value > most ? { ok: false, message: `From ${least} to ${most}.` } : { ok: true, value };
};

export const variableName = (taken: readonly string[]) => (text: string): Parsed<string> => {
  const name = text.trim();
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name)) return { ok: false, message: "Letters, digits and _, beginning with a letter." };
  return taken.includes(name) ? { ok: false, message: "There is one of that name already." } : { ok: true, value: name };
};
