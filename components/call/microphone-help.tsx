"use client";

import { LockIcon, MicOffIcon, MenuIcon, SlidersHorizontalIcon } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { browserOf, MICROPHONE_HELP, type MicrophoneHelp } from "./browser-help";
import type { CallProblem } from "./types";

const nothing = () => () => undefined;

/** What is wrong with the microphone, with a picture of what to press in this browser. */
export function MicrophoneNotice({ problem, onRetry, onDismiss }: { problem: CallProblem; onRetry: () => void; onDismiss: () => void }) {
  const browser = useSyncExternalStore(nothing, () => browserOf(navigator.userAgent, navigator.maxTouchPoints), () => "other" as const);
  const help = MICROPHONE_HELP[browser];
  return (
    <section aria-label="Microphone" className="rounded-xl border border-warning/60 bg-warning-soft p-4 text-sm">
      <h2 className="font-semibold text-warning-ink">{problem.title}</h2>
      <p className="mt-1 leading-relaxed">{problem.whatToDo}</p>
      {problem.kind === "microphone-denied" ? (
        <>
          <AddressBar help={help} />
          <ol className="mt-3 grid list-decimal gap-1 pl-5 leading-relaxed">{help.steps.map((step) => <li key={step}>{step}</li>)}</ol>
        </>
      ) : null}
      {problem.kind !== "microphone-insecure" ? (
        <Button size="sm" variant="outline" className="mt-3 mr-2" onClick={onRetry}>Try the microphone again</Button>
      ) : null}
      <Button size="sm" variant="ghost" className="mt-3" onClick={onDismiss}>Go on by typing</Button>
    </section>
  );
}

function AddressBar({ help }: { help: MicrophoneHelp }) {
  const symbols = { sliders: SlidersHorizontalIcon, lock: LockIcon, microphone: MicOffIcon, menu: MenuIcon, aA: null };
  const Symbol = symbols[help.symbol];
  return (
    <div aria-hidden className="mt-3 flex items-center gap-2 rounded-lg border border-border bg-card p-2 shadow-card">
      <span className="relative grid size-7 place-content-center rounded-full bg-secondary ring-2 ring-primary ring-offset-2 ring-offset-card">
        {Symbol ? <Symbol className="size-4" /> : <span className="text-xs font-semibold">aA</span>}
      </span>
      <span className="ml-1 flex h-7 flex-1 items-center rounded-full bg-muted px-3 text-xs text-muted-foreground">{help.mark === "menu" ? "Safari ▸ Settings for this website…" : "parley"}</span>
    </div>
  );
}
