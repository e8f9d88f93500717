"use client";

import { XIcon } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { CHANNEL_WORDS, STATUS_WORDS } from "./words";

const ANY = "any";
export const FILTERS = ["agent", "status", "channel", "after", "before"] as const;
type Filter = (typeof FILTERS)[number];

/** Filters of the list of calls. They live in the address, so that Back, reload and a shared link keep them. */
export function CallFilters({ agents }: { agents: { id: string; name: string }[] }) {
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  const [pending, startTransition] = useTransition();
  const value = (filter: Filter) => search.get(filter) ?? "";
  const active = FILTERS.some((filter) => value(filter) !== "");

  function go(change: Partial<Record<Filter, string>>) {
    const next = new URLSearchParams(search);
    next.delete("cursor");
    for (const [filter, to] of Object.entries(change)) {
      if (to && to !== ANY) next.set(filter, to);
      else next.delete(filter);
    }
    startTransition(() => router.replace(`${pathname}${next.size ? `?${next}` : ""}`, { scroll: false }));
  }

  return (
    <div role="search" aria-label="Filter calls" aria-busy={pending} className="mb-4 grid grid-cols-2 items-end gap-x-3 gap-y-3 sm:flex sm:flex-wrap">
      <Choice label="Agent" value={value("agent")} onChange={(agent) => go({ agent })} options={agents.map((agent) => [agent.id, agent.name])} className="sm:w-48" />
      <Choice label="Status" value={value("status")} onChange={(status) => go({ status })} options={Object.entries(STATUS_WORDS)} className="sm:w-36" />
      <Choice label="Channel" value={value("channel")} onChange={(channel) => go({ channel })} options={Object.entries(CHANNEL_WORDS)} className="sm:w-44" />
      <Day label="From" value={value("after")} onChange={(after) => go({ after })} />
      <Day label="To" value={value("before")} onChange={(before) => go({ before })} />
      {active ? <Button variant="ghost" className="text-muted-foreground" onClick={() => go(Object.fromEntries(FILTERS.map((filter) => [filter, ""])))}><XIcon />Clear</Button> : null}
    </div>
  );
}

function Choice({ label, value, options, onChange, className }: { label: string; value: string; options: [string, string][]; onChange: (value: string) => void; className?: string }) {
  const id = `filter-${label.toLowerCase()}`;
  return (
    <div className={className}>
      <Label htmlFor={id} className="mb-1.5 text-xs text-muted-foreground">{label}</Label>
      <Select value={value || ANY} onValueChange={onChange}>
        <SelectTrigger id={id}><SelectValue /></SelectTrigger>
        <SelectContent>
          <SelectItem value={ANY}>All</SelectItem>
          {options.map(([option, text]) => <SelectItem key={option} value={option}>{text}</SelectItem>)}
        </SelectContent>
      </Select>
    </div>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = `filter-${label.toLowerCase()}`;
  return (
    <div className="sm:w-38">
      <Label htmlFor={id} className="mb-1.5 text-xs text-muted-foreground">{label}</Label>
      <Input key={value} id={id} type="date" defaultValue={value} onBlur={(event) => event.target.value !== value && onChange(event.target.value)} onChange={(event) => event.target.value && onChange(event.target.value)} />
    </div>
  );
}
