"use client";

import { useId } from "react";
import { Switch } from "@/components/ui/switch";

/** On or off, with its words beside it. */
export function Toggle({ label, help, checked, onChange }: { label: string; help?: string; checked: boolean; onChange: (checked: boolean) => void }) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-3">
      <div className="min-w-0">
        <label htmlFor={id} className="text-[0.8125rem] font-medium">{label}</label>
        {help ? <p id={`${id}-help`} className="text-xs leading-snug text-muted-foreground">{help}</p> : null}
      </div>
      <Switch id={id} checked={checked} onCheckedChange={onChange} aria-describedby={help ? `${id}-help` : undefined} />
    </div>
  );
}
