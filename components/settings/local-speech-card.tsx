import { CheckIcon, PlusIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";

/** Says plainly what speech without a key can do, and what a provider adds. */
export function LocalSpeechCard() {
  return (
    <Card className="p-5">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="text-base font-semibold">Local speech</h2>
        <Badge variant="success">Always there</Badge>
      </div>
      <p className="mt-1.5 max-w-2xl text-sm leading-relaxed text-muted-foreground">Listens and talks on this machine. It needs no key, costs nothing, and nothing that is said leaves your server.</p>
      <div className="mt-4 grid gap-5 text-sm sm:grid-cols-2">
        <div>
          <h3 className="font-medium">What it can do</h3>
          <List icon={<CheckIcon className="mt-0.5 size-4 shrink-0 text-success-ink" aria-hidden />} items={["Understand short answers that your flow expects: its phrases, yes and no, numbers, dates, times, choices, spelled letters", "Say so when it did not understand, instead of guessing", "Speak with several English voices"]} />
        </div>
        <div>
          <h3 className="font-medium">What a provider adds</h3>
          <List icon={<PlusIcon className="mt-0.5 size-4 shrink-0 text-muted-foreground" aria-hidden />} items={["Free speech: whole sentences, names, anything", "Exits and answers that a language model finds by itself", "Natural voices, and other languages than English"]} />
        </div>
      </div>
    </Card>
  );
}

function List({ icon, items }: { icon: ReactNode; items: string[] }) {
  return <ul className="mt-2 grid gap-1.5">{items.map((item) => <li key={item} className="flex gap-2 leading-relaxed text-muted-foreground">{icon}{item}</li>)}</ul>;
}
