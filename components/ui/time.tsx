"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const FORMATS = {
  full: { dateStyle: "medium", timeStyle: "short" },
  seconds: { dateStyle: "medium", timeStyle: "medium" },
  date: { dateStyle: "medium" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * A moment in the reader's own time zone. The server does not know the zone: it writes UTC, and the browser corrects it after loading.
 * `relative`: "3 minutes ago", with the full time as tooltip.
 */
export function Time({ at, format = "full", className }: { at: string; format?: keyof typeof FORMATS | "relative"; className?: string }) {
  const local = useSyncExternalStore(never, () => true, () => false);
  const full = new Intl.DateTimeFormat("en-GB", { ...FORMATS[format === "relative" ? "full" : format], ...(local ? {} : { timeZone: "UTC" }) }).format(new Date(at));
  return (
    <time dateTime={at} title={format === "relative" ? full : undefined} className={className}>
      {format === "relative" ? (local ? ago(at, Date.now()) : full) : full}
    </time>
  );
}

const UNITS = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3600], ["minute", 60]] as const;

/** "3 minutes ago"; "just now" below a minute. `now` in milliseconds since the epoch. */
export function ago(at: string, now: number): string {
  const seconds = (now - new Date(at).getTime()) / 1000;
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(-Math.trunc(seconds / size), unit);
  }
  return "just now";
}
