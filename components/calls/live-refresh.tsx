"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Keeps a list up to date while it is looked at: often while calls run, seldom otherwise, never in the background. */
export function LiveRefresh({ fast, enabled }: { fast: boolean; enabled: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!enabled) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, fast ? 4000 : 15_000);
    return () => clearInterval(timer);
  }, [fast, enabled, router]);
  return null;
}
