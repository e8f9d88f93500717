import { ChevronRightIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A part of the inspector with a heading. */
export function Section({ title, hint, field, action, children, className }: { title: string; hint?: ReactNode; field?: string; action?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section data-field={field} className={cn("grid gap-3 border-t border-border px-4 py-4 first:border-t-0", className)}>
      <div className="flex min-h-7 items-center justify-between gap-2">
        <h3 className="text-[0.8125rem] font-semibold">{title}</h3>
        {action}
      </div>
      {hint ? <p className="-mt-2 text-[0.8125rem] leading-snug text-muted-foreground">{hint}</p> : null}
      {children}
    </section>
  );
}

/** A part that is closed until one asks for it. */
export function Fold({ title, summary, open, children, field }: { title: string; summary?: ReactNode; open?: boolean; children: ReactNode; field?: string }) {
  return (
    <details data-field={field} open={open} className="group/fold border-t border-border">
      <summary className="flex list-none items-center gap-2 px-4 py-3 text-[0.8125rem] font-semibold hover:bg-accent/60 [&::-webkit-details-marker]:hidden">
        <ChevronRightIcon className="size-4 text-muted-foreground transition-transform group-open/fold:rotate-90" aria-hidden />
        {title}
        {summary ? <span className="ml-auto max-w-[55%] truncate text-xs font-normal text-muted-foreground group-open/fold:hidden">{summary}</span> : null}
      </summary>
      <div className="grid gap-4 px-4 pt-1 pb-5">{children}</div>
    </details>
  );
}
