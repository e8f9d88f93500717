import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** The whole screen of a phone; a sheet in the middle of larger ones. */
export function CallFrame({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className="grid min-h-dvh place-items-center sm:bg-muted">
      <main
        className={cn(
          "flex h-dvh min-h-[30rem] w-full overflow-y-auto max-w-md flex-col px-5 pt-[max(1.25rem,env(safe-area-inset-top))] pb-[max(1.25rem,env(safe-area-inset-bottom))] sm:h-[min(48rem,calc(100dvh-3rem))] sm:rounded-3xl sm:border sm:border-border sm:bg-card sm:px-7 sm:py-7 sm:shadow-float",
          className,
        )}
      >
        {children}
      </main>
    </div>
  );
}
