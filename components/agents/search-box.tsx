"use client";

import { SearchIcon } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Input } from "@/components/ui/input";

/** A search field whose text is in the address, so that Back, reload and a shared link keep it. */
export function SearchBox({ label, parameter = "q" }: { label: string; parameter?: string }) {
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  const inAddress = search.get(parameter) ?? "";
  const [text, setText] = useState(inAddress);
  const [pending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const sent = useRef(inAddress);

  useEffect(() => {
    // Back and Forward change the address; our own changes are known already.
    if (inAddress === sent.current) return;
    sent.current = inAddress;
    setText(inAddress);
  }, [inAddress]);

  function change(value: string) {
    setText(value);
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = value.trim();
      const next = new URLSearchParams(search);
      next.delete("cursor");
      if (value.trim()) next.set(parameter, value.trim());
      else next.delete(parameter);
      startTransition(() => router.replace(`${pathname}${next.size ? `?${next}` : ""}`, { scroll: false }));
    }, 200);
  }

  return (
    <div role="search" className="relative w-full sm:w-64">
      <SearchIcon className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground" aria-hidden />
      <Input type="search" aria-label={label} placeholder={label} value={text} onChange={(event) => change(event.target.value)} aria-busy={pending} className="pl-9" />
    </div>
  );
}
