import type { ReactNode } from "react";
import { BrandMark } from "./brand";

/** A page that only says something: not found, an error. */
export function Message({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-[70dvh] max-w-md flex-col items-center justify-center px-6 py-16 text-center">
      <BrandMark className="size-9 opacity-80" />
      <h1 className="mt-6 text-xl font-semibold">{title}</h1>
      <div className="mt-2 leading-relaxed text-muted-foreground">{children}</div>
      {action ? <div className="mt-6 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </main>
  );
}
