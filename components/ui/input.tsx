import type { ComponentProps } from "react";
import { cn } from "./cn";

/** 16 px on phones: smaller text makes iOS zoom in when the field is tapped. */
export const fieldClasses =
  "w-full min-w-0 rounded-md border border-input/70 bg-card px-3 text-base text-foreground transition-colors placeholder:text-muted-foreground hover:border-input focus-visible:border-ring focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-ring/40 disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-destructive aria-invalid:outline-destructive/40 md:text-sm";

export function Input({ className, type, ...props }: ComponentProps<"input">) {
  return <input type={type} data-slot="input" className={cn(fieldClasses, "h-9", className)} {...props} />;
}
