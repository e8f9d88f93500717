import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A page of the studio: heading, one line about it, actions at the right, content. */
export function Page({ title, description, actions, back, width = "wide", children }: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** A link above the heading to where one came from. */
  back?: ReactNode;
  width?: "wide" | "narrow";
  children: ReactNode;
}) {
  return (
    <main className="mx-auto w-full max-w-6xl px-4 py-6 md:px-8 md:py-9">
      <div className={cn(width === "narrow" && "max-w-3xl")}>
        {back ? <div className="mb-3 text-sm">{back}</div> : null}
        <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0">
            <h1 className="text-[1.375rem] leading-tight font-semibold">{title}</h1>
            {description ? <p className="mt-1.5 max-w-2xl text-sm leading-relaxed text-muted-foreground">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </div>
        {children}
      </div>
    </main>
  );
}
