import { BotMessageSquareIcon, PhoneCallIcon, SettingsIcon, type LucideIcon } from "lucide-react";

export interface Area {
  href: string;
  label: string;
  icon: LucideIcon;
}

/** The parts of the studio, in the order of the navigation. Numbers, Campaigns and Knowledge join when there is something behind them. */
export const AREAS: Area[] = [
  { href: "/agents", label: "Agents", icon: BotMessageSquareIcon },
  { href: "/calls", label: "Calls", icon: PhoneCallIcon },
  { href: "/settings", label: "Settings", icon: SettingsIcon },
];

export function isCurrent(area: Area, pathname: string): boolean {
  return pathname === area.href || pathname.startsWith(`${area.href}/`);
}

/** The editor fills the window: the navigation makes itself small there. `/agents/new` is a page like others. */
export function isFullWindow(pathname: string): boolean {
  return /^\/agents\/(?!new(\/|$))[^/]+$/.test(pathname);
}
