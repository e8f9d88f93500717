"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";

const PARTS = [
  { href: "/settings/providers", label: "Providers" },
  { href: "/settings/api-keys", label: "API keys" },
  { href: "/settings/profile", label: "Profile" },
];

export function SettingsNav() {
  const pathname = usePathname();
  return (
    <nav aria-label="Settings" className="-mx-4 mb-6 flex gap-1 overflow-x-auto border-b border-border px-4 md:mx-0 md:px-0">
      {PARTS.map((part) => {
        const current = pathname === part.href;
        return (
          <Link key={part.href} href={part.href} aria-current={current ? "page" : undefined} className={cn("-mb-px shrink-0 border-b-2 px-3 py-2.5 text-sm font-medium transition-colors first:pl-1", current ? "border-primary text-foreground" : "border-transparent text-muted-foreground hover:text-foreground")}>
            {part.label}
          </Link>
        );
      })}
    </nav>
  );
}
