"use client";

import { BookOpenIcon, ChevronsUpDownIcon, LogOutIcon, UserIcon } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";

export interface Member {
  name: string;
  email: string;
  workspaceName: string;
}

/** Workspace and user. `signOut` is a server action. */
export function UserMenu({ member, signOut, compact = false, className }: { member: Member; signOut: () => Promise<void>; compact?: boolean; className?: string }) {
  const shownName = member.name || member.email;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger aria-label={`${member.workspaceName}, ${shownName}: account menu`} className={cn("flex min-w-0 items-center gap-2.5 rounded-lg p-1.5 text-left hover:bg-accent data-[state=open]:bg-accent", className)}>
        <span aria-hidden className="grid size-8 shrink-0 place-content-center rounded-full bg-primary-soft text-xs font-semibold text-primary-ink uppercase">{initials(shownName)}</span>
        {compact ? null : (
          <>
            <span className="min-w-0 flex-1">
              <span className="block truncate text-[0.8125rem] leading-tight font-medium">{member.workspaceName}</span>
              <span className="block truncate text-xs leading-tight text-muted-foreground">{shownName}</span>
            </span>
            <ChevronsUpDownIcon className="size-3.5 shrink-0 text-muted-foreground" aria-hidden />
          </>
        )}
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" side="top" className="w-56">
        <DropdownMenuLabel className="truncate font-normal">{member.email}</DropdownMenuLabel>
        <DropdownMenuItem asChild><Link href="/settings/profile"><UserIcon />Your profile</Link></DropdownMenuItem>
        <DropdownMenuItem asChild><Link href="/docs/api"><BookOpenIcon />API</Link></DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => void signOut()}><LogOutIcon />Sign out</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  return (words[0]?.[0] ?? "?") + (words.length > 1 && !name.includes("@") ? (words[1]?.[0] ?? "") : "");
}
