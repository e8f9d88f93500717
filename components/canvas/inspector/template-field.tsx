"use client";

import { BracesIcon } from "lucide-react";
import { useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { fieldClasses } from "@/components/ui/input";
import { completeTemplate, openTemplate } from "@/lib/editor/completion";
import { sampleValues } from "@/lib/editor/sample-values";
import { BUILT_INS, renderTemplate, templateUses } from "@/lib/flow/text/template";
import { useEditor } from "../store/editor-context";

/** Text with `{{variables}}`: completes their names, and shows what a caller would hear. `rows` 1 makes it a single line. */
export function TemplateField({ label, value, onChange, placeholder, help, hideLabel, rows = 3, maxLength = 8000, preview = true }: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  placeholder?: string;
  help?: string;
  hideLabel?: boolean;
  rows?: number;
  maxLength?: number;
  preview?: boolean;
}) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const variables = useEditor((state) => state.document.variables);
  const [open, setOpen] = useState<{ from: number; typed: string } | null>(null);
  const [active, setActive] = useState(0);
  const options = useMemo(() => {
    if (!open) return [];
    const typed = open.typed.toLowerCase();
    return [...variables.map((variable) => ({ name: variable.name, about: variable.description || variable.type })), ...BUILT_INS.map((name) => ({ name: name as string, about: "always known" }))]
      .filter((option) => option.name.toLowerCase().includes(typed)).slice(0, 8);
  }, [open, variables]);
  const shown = open !== null && options.length > 0;

  const look = () => {
    const caret = area.current?.selectionStart ?? 0;
    setOpen(openTemplate(area.current?.value ?? "", caret));
    setActive(0);
  };
  const choose = (name: string) => {
    const field = area.current;
    if (!field || !open) return;
    const next = completeTemplate(field.value, open.from, field.selectionStart, name);
    onChange(next.text);
    setOpen(null);
    requestAnimationFrame(() => { field.focus(); field.setSelectionRange(next.caret, next.caret); });
  };
  const insert = () => {
    const field = area.current;
    if (!field) return;
    field.focus();
    const at = field.selectionStart;
    const text = `${field.value.slice(0, at)}{{${field.value.slice(field.selectionEnd)}`;
    onChange(text);
    requestAnimationFrame(() => { field.setSelectionRange(at + 2, at + 2); look(); });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!shown) {
      if (rows === 1 && event.key === "Enter") event.preventDefault();
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setActive((active + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      choose(options[active]!.name);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      setOpen(null);
    }
  };

  return (
    <div className="grid min-w-0 gap-1.5">
      {hideLabel ? null : (
        <div className="flex items-center justify-between">
          <label htmlFor={id} className="text-[0.8125rem] font-medium">{label}</label>
          <button type="button" onClick={insert} aria-label={`Insert a variable into ${label}`} className="flex items-center gap-1 rounded px-1 py-0.5 text-xs text-muted-foreground hover:bg-accent hover:text-foreground"><BracesIcon className="size-3" aria-hidden />Variable</button>
        </div>
      )}
      <div className="relative">
        <textarea
          ref={area} id={id} rows={rows} value={value} placeholder={placeholder} maxLength={maxLength} spellCheck
          aria-label={hideLabel ? label : undefined} role="combobox" aria-autocomplete="list" aria-expanded={shown} aria-controls={`${id}-options`} aria-activedescendant={shown ? `${id}-${active}` : undefined}
          onChange={(event) => { onChange(rows === 1 ? event.target.value.replace(/\n/g, " ") : event.target.value); look(); }}
          onKeyDown={onKeyDown} onClick={look} onBlur={() => setOpen(null)}
          className={cn(fieldClasses, "field-sizing-content max-h-72 resize-none py-2 leading-relaxed", rows === 1 ? "min-h-9 py-1.5" : "min-h-20")}
        />
        {shown ? (
          <ul id={`${id}-options`} role="listbox" aria-label="Variables" className="absolute inset-x-0 top-full z-30 mt-1 max-h-60 overflow-y-auto rounded-lg border border-border bg-popover p-1 shadow-float">
            {options.map((option, i) => (
              <li
                key={option.name} id={`${id}-${i}`} role="option" aria-selected={i === active} onPointerDown={(event) => { event.preventDefault(); choose(option.name); }} onPointerEnter={() => setActive(i)}
                className={cn("flex cursor-default items-baseline gap-2 rounded-md px-2 py-1.5 text-[0.8125rem]", i === active && "bg-accent")}
              >
                <span className="font-medium">{option.name}</span>
                <span className="ml-auto truncate text-xs text-muted-foreground">{option.about}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {preview ? <Preview text={value} /> : null}
      {help ? <p className="text-xs leading-snug text-muted-foreground">{help}</p> : null}
    </div>
  );
}

/** What a caller would hear, with example values. Only where the text has variables. */
function Preview({ text }: { text: string }) {
  const variables = useEditor((state) => state.document.variables);
  if (templateUses(text).length === 0) return null;
  return (
    <p aria-label="Preview" className="rounded-md border border-dashed border-border bg-muted/60 px-2.5 py-1.5 text-[0.8125rem] leading-snug text-muted-foreground">
      <span className="sr-only">For example: </span>“{renderTemplate(text, sampleValues(variables))}”
    </p>
  );
}
