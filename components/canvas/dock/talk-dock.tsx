"use client";

import { ChevronDownIcon, KeyboardIcon, MicIcon } from "lucide-react";
import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { useActions, useEditor } from "../store/editor-context";
import { TextTry } from "./text-try";
import { VoiceTalk } from "./voice-talk";

const LEAST = 200;

/** Below the canvas: talk to the flow, by voice or by text, and see why it does what it does. Closing it ends the call. */
export function TalkDock() {
  const dock = useEditor((state) => state.dock);
  const count = useEditor((state) => state.talkCount);
  const actions = useActions();
  const [height, setHeight] = useState(320);
  if (dock === "closed") return null;
  const tab = "flex h-7 items-center gap-1.5 rounded-[5px] px-2.5 text-[0.8125rem] font-medium [&>svg]:size-3.5";
  return (
    <section aria-label="Talk" style={{ height }} className="relative flex max-h-[70dvh] shrink-0 flex-col border-t border-border bg-background shadow-[0_-6px_20px_-12px_rgb(8_24_26/0.25)]">
      <Resize height={height} onResize={setHeight} />
      <div className="flex items-center gap-2 border-b border-border px-3 py-1.5">
        <div role="group" aria-label="How to try it" className="flex rounded-md bg-secondary p-0.5">
          <button type="button" aria-pressed={dock === "voice"} onClick={() => actions.set({ dock: "voice" })} className={cn(tab, dock === "voice" ? "bg-card shadow-card" : "text-muted-foreground hover:text-foreground")}><MicIcon aria-hidden />By voice</button>
          <button type="button" aria-pressed={dock === "text"} onClick={() => actions.set({ dock: "text" })} className={cn(tab, dock === "text" ? "bg-card shadow-card" : "text-muted-foreground hover:text-foreground")}><KeyboardIcon aria-hidden />Try by text</button>
        </div>
        <span className="hidden truncate text-xs text-muted-foreground sm:block">{dock === "voice" ? "A real call on the saved draft" : "The flow as it is on the canvas, without sound"}</span>
        <Button variant="ghost" size="icon-sm" className="ml-auto" aria-label="Close the dock" onClick={() => actions.set({ dock: "closed" })}><ChevronDownIcon /></Button>
      </div>
      {dock === "voice" ? <VoiceTalk count={count} /> : <TextTry />}
    </section>
  );
}

/** The upper edge, dragged or moved with the arrow keys. */
function Resize({ height, onResize }: { height: number; onResize: (height: number) => void }) {
  const from = useRef<{ y: number; height: number } | null>(null);
  const clamp = (value: number) => Math.max(LEAST, Math.min(window.innerHeight * 0.7, value));
  return (
    <div
      role="separator" aria-orientation="horizontal" aria-label="Height of the dock" aria-valuenow={Math.round(height)} aria-valuemin={LEAST} aria-valuemax={900} tabIndex={0}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "ArrowUp" || event.key === "ArrowDown") {
          event.preventDefault();
          onResize(clamp(height + (event.key === "ArrowUp" ? 32 : -32)));
        }
      }}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { y: event.clientY, height };
      }}
      onPointerMove={(event: PointerEvent) => { if (from.current) onResize(clamp(from.current.height + from.current.y - event.clientY)); }}
      onPointerUp={() => { from.current = null; }}
      className="absolute inset-x-0 -top-1 z-10 h-2 cursor-row-resize touch-none hover:bg-primary/25 focus-visible:bg-primary/40"
    />
  );
}
