"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";
import { AREAS, isCurrent, isFullWindow, type Area } from "./areas";
import { BrandMark } from "./brand";
import { ThemeSwitch } from "./theme-switch";
import { UserMenu, type Member } from "./user-menu";

/** The frame of the studio: navigation at the left, at the bottom on phones, a narrow strip beside the editor. */
export function Shell({ member, signOut, children }: { member: Member; signOut: () => Promise<void>; children: ReactNode }) {
  const pathname = usePathname();
  const full = isFullWindow(pathname);
  return (
    <div className={cn("flex min-h-dvh flex-col md:flex-row", full && "h-dvh overflow-hidden")}>
      <a href="#content" className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-primary focus:px-3 focus:py-2 focus:text-primary-foreground">Skip to the content</a>
      <Sidebar pathname={pathname} narrow={full} member={member} signOut={signOut} />
      {full ? null : <TopBar member={member} signOut={signOut} />}
      <div id="content" tabIndex={-1} className={cn("min-w-0 flex-1 outline-none", full ? "flex min-h-0 flex-col" : "pb-20 md:pb-0")}>{children}</div>
      {full ? null : <BottomBar pathname={pathname} />}
    </div>
  );
}

function Sidebar({ pathname, narrow, member, signOut }: { pathname: string; narrow: boolean; member: Member; signOut: () => Promise<void> }) {
  return (
    <aside className={cn("sticky top-0 hidden h-dvh shrink-0 flex-col border-r border-border bg-sidebar text-sidebar-foreground md:flex", narrow ? "w-14 items-center px-2 py-3" : "w-56 px-3 py-4")}>
      <Link href="/agents" aria-label="Parley" className={cn("flex items-center gap-2.5 rounded-md", narrow ? "mb-4" : "mb-5 px-1.5")}>
        <BrandMark />
        {narrow ? null : <span className="text-[1.0625rem] font-semibold tracking-tight text-foreground">Parley</span>}
      </Link>
      <nav aria-label="Main" className="grid gap-0.5">
        {AREAS.map((area) => <SideLink key={area.href} area={area} current={isCurrent(area, pathname)} narrow={narrow} />)}
      </nav>
      <div className={cn("mt-auto flex items-center gap-1", narrow && "flex-col")}>
        {narrow ? <ThemeSwitch /> : null}
        <UserMenu member={member} signOut={signOut} compact={narrow} className="flex-1" />
        {narrow ? null : <ThemeSwitch />}
      </div>
    </aside>
  );
}

function SideLink({ area, current, narrow }: { area: Area; current: boolean; narrow: boolean }) {
  const Icon = area.icon;
  const link = (
    <Link
      href={area.href}
      aria-current={current ? "page" : undefined}
      aria-label={narrow ? area.label : undefined}
      className={cn(
        "flex items-center gap-2.5 rounded-md text-sm font-medium transition-colors",
        narrow ? "size-10 justify-center" : "h-9 px-2.5",
        current ? "bg-accent text-foreground" : "hover:bg-accent/70 hover:text-foreground",
      )}
    >
      <Icon className={cn("size-[1.125rem] shrink-0", current ? "text-primary-ink" : "text-muted-foreground")} aria-hidden />
      {narrow ? null : area.label}
    </Link>
  );
  if (!narrow) return link;
  return (
    <Tooltip>
      <TooltipTrigger asChild>{link}</TooltipTrigger>
      <TooltipContent side="right">{area.label}</TooltipContent>
    </Tooltip>
  );
}

function TopBar({ member, signOut }: { member: Member; signOut: () => Promise<void> }) {
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-2 border-b border-border bg-background/95 px-4 backdrop-blur md:hidden">
      <Link href="/agents" aria-label="Parley" className="flex items-center gap-2.5"><BrandMark className="size-6" /><span className="font-semibold tracking-tight">Parley</span></Link>
      <ThemeSwitch className="ml-auto size-9" />
      <UserMenu member={member} signOut={signOut} compact />
    </header>
  );
}

function BottomBar({ pathname }: { pathname: string }) {
  return (
    <nav aria-label="Main" className="fixed inset-x-0 bottom-0 z-30 flex border-t border-border bg-background/95 pb-[env(safe-area-inset-bottom)] backdrop-blur md:hidden">
      {AREAS.map((area) => {
        const current = isCurrent(area, pathname);
        const Icon = area.icon;
        return (
          <Link key={area.href} href={area.href} aria-current={current ? "page" : undefined} className={cn("flex h-15 flex-1 flex-col items-center justify-center gap-1 text-xs font-medium", current ? "text-primary-ink" : "text-muted-foreground")}>
            <Icon className="size-5" aria-hidden />
            {area.label}
          </Link>
        );
      })}
    </nav>
  );
}
