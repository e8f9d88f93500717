"use client";

import { useId, type ReactNode } from "react";
import { cn } from "./cn";
import { Label } from "./label";

/**
 * A label, its control, a hint and an error, tied together for screen readers. `children` gets the props to spread on the control:
 * `<Field label="Name">{(control) => <Input {...control} />}</Field>`.
 */
export function Field({ label, hint, error, className, children }: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
  children: (control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <div className={cn("grid gap-1.5", className)}>
      <Label htmlFor={id}>{label}</Label>
      {children({ id, "aria-describedby": describedBy, ...(error ? { "aria-invalid": true as const } : {}) })}
      {error ? <p id={errorId} role="alert" className="text-[0.8125rem] text-destructive-ink">{error}</p> : null}
      {hint ? <p id={hintId} className="text-[0.8125rem] leading-snug text-muted-foreground">{hint}</p> : null}
    </div>
  );
}
