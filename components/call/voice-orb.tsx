"use client";

import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import type { CallStatus, LevelSource } from "./types";

/** A circle that breathes with whoever is speaking. Decoration: the status line says the same in words. */
export function VoiceOrb({ status, level, small = false, className }: { status: CallStatus; level?: LevelSource; small?: boolean; className?: string }) {
  const box = useRef<HTMLDivElement>(null);
  const live = status === "listening" || status === "speaking" || status === "thinking";

  useEffect(() => {
    if (!live || !level || !box.current) return;
    const element = box.current;
    let frame = 0;
    let shown = 0;
    const draw = () => {
      const now = level.get();
      // Up at once, down slowly: a meter that follows every sample flickers.
      shown = now > shown ? now : shown * 0.9 + now * 0.1;
      element.style.setProperty("--level", shown.toFixed(3));
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => {
      cancelAnimationFrame(frame);
      element.style.setProperty("--level", "0");
    };
  }, [live, level]);

  const speaking = status === "speaking" || status === "idle";
  const waiting = !live && !["ended", "idle", "failed"].includes(status);
  return (
    <div ref={box} aria-hidden className={cn("relative grid place-content-center [--level:0]", small ? "size-20" : "size-28", className)}>
      <span className={cn("absolute inset-0 rounded-full transition-colors", speaking ? "bg-primary/15" : "bg-muted-foreground/10")} style={{ transform: "scale(calc(0.8 + var(--level) * 0.35))" }} />
      <span className={cn("absolute inset-[12%] rounded-full transition-colors", speaking ? "bg-primary/25" : "bg-muted-foreground/10")} style={{ transform: "scale(calc(0.85 + var(--level) * 0.22))" }} />
      <span className={cn("relative grid place-content-center rounded-full transition-colors", small ? "size-12" : "size-16", speaking ? "bg-primary text-primary-foreground" : "bg-secondary text-muted-foreground", waiting && "animate-pulse")}>
        <Bars />
      </span>
    </div>
  );
}

function Bars() {
  return (
    <svg viewBox="0 0 24 24" className="size-7" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round">
      {[[4, 4], [8, 9], [12, 14], [16, 9], [20, 4]].map(([x, height]) => (
        <line key={x} x1={x} x2={x} y1={12 - height! / 2} y2={12 + height! / 2} style={{ transformOrigin: "center", transform: "scaleY(calc(0.55 + var(--level) * 0.8))" }} />
      ))}
    </svg>
  );
}
