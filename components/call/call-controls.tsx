"use client";

import { GripIcon, MicIcon, MicOffIcon, PhoneOffIcon, type LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** Mute, Keypad, End call. The names never change, because people and scripts look for them; states are said as pressed and expanded. */
export function CallControls({ muted, canMute, keypadOpen, onMute, onKeypad, onEnd, keypadId }: {
  muted: boolean;
  canMute: boolean;
  keypadOpen: boolean;
  keypadId: string;
  onMute: () => void;
  onKeypad: () => void;
  onEnd: () => void;
}) {
  return (
    <div className="flex items-start justify-center gap-7">
      <Control icon={muted ? MicOffIcon : MicIcon} label="Mute" active={muted} aria-pressed={muted} aria-disabled={!canMute || undefined} onClick={() => canMute && onMute()} />
      <Control icon={GripIcon} label="Keypad" active={keypadOpen} aria-expanded={keypadOpen} aria-controls={keypadOpen ? keypadId : undefined} onClick={onKeypad} />
      <Control icon={PhoneOffIcon} label="End call" tone="end" onClick={onEnd} />
    </div>
  );
}

function Control({ icon: Icon, label, active, tone, className, ...props }: ComponentProps<"button"> & { icon: LucideIcon; label: string; active?: boolean; tone?: "end" }) {
  return (
    <button type="button" className={cn("group flex w-16 flex-col items-center gap-1.5 rounded-xl text-xs font-medium outline-none aria-disabled:opacity-50", className)} {...props}>
      <span
        className={cn(
          "grid size-14 place-content-center rounded-full border transition-colors group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-ring",
          tone === "end" ? "border-transparent bg-destructive text-destructive-foreground group-hover:bg-destructive-hover"
            : active ? "border-transparent bg-foreground text-background"
              : "border-border bg-card text-foreground shadow-card group-hover:bg-accent",
        )}
      >
        <Icon className="size-5.5" aria-hidden />
      </span>
      {label}
    </button>
  );
}
