import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

/** What a list shows when there is nothing in it: what would be here, and what to do. */
export function EmptyState({ icon: Icon, title, children, action, className }: {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cn("flex flex-col items-center rounded-xl border border-dashed border-border px-6 py-14 text-center", className)}>
      {Icon ? (
        <span className="mb-4 grid size-11 place-content-center rounded-full bg-secondary text-muted-foreground"><Icon className="size-5" aria-hidden /></span>
      ) : null}
      <h2 className="text-[0.9375rem] font-semibold">{title}</h2>
      {children ? <div className="mt-1.5 max-w-md text-sm leading-relaxed text-muted-foreground">{children}</div> : null}
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
