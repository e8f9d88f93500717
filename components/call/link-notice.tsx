import { LinkIcon } from "lucide-react";
import type { CallProblem } from "./types";

/** Instead of the call, when the link gives none. */
export function LinkNotice({ problem }: { problem: CallProblem }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col items-center justify-center px-6 text-center">
      <span className="mb-5 grid size-14 place-content-center rounded-full bg-secondary text-muted-foreground"><LinkIcon className="size-6" aria-hidden /></span>
      <h1 className="text-xl font-semibold">{problem.title}</h1>
      <p className="mt-2 leading-relaxed text-muted-foreground">{problem.whatToDo}</p>
    </main>
  );
}
