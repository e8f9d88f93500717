import { LinkIcon } from "lucide-react";
import { CallFrame } from "./call-frame";
import type { CallProblem } from "./types";

/** Instead of the call, when the link gives none. */
export function LinkNotice({ problem }: { problem: CallProblem }) {
  return (
    <CallFrame className="items-center justify-center text-center">
      <span className="mb-5 grid size-14 place-content-center rounded-full bg-secondary text-muted-foreground"><LinkIcon className="size-6" aria-hidden /></span>
      <h1 className="text-xl font-semibold">{problem.title}</h1>
      <p className="mt-2 max-w-xs leading-relaxed text-balance text-muted-foreground">{problem.whatToDo}</p>
    </CallFrame>
  );
}
