"use client";

import { MiniMap, Panel, useReactFlow, useStore } from "@xyflow/react";
import { MapIcon, MaximizeIcon, MinusIcon, PlusIcon } from "lucide-react";
import { useState, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";
import { nodeForm } from "../flow";
import type { CanvasNode } from "./to-flow";
import { useCanvas } from "./use-canvas";

/** Zoom, fit and the map, in the lower left corner. */
export function CanvasControls() {
  const flow = useReactFlow();
  const canvas = useCanvas();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const [map, setMap] = useState(false);
  return (
    <>
      <Panel position="bottom-left" className="!m-3">
        <div role="group" aria-label="View" className="flex items-center rounded-lg border border-border bg-card p-0.5 shadow-card">
          <ControlButton label="Zoom out" onClick={() => void flow.zoomOut({ duration: 150 })}><MinusIcon /></ControlButton>
          <button type="button" aria-label={`Zoom ${zoom} %, press for 100 %`} onClick={() => void flow.zoomTo(1, { duration: 150 })} className="tabular h-8 w-12 rounded-md text-xs font-medium text-muted-foreground hover:bg-accent hover:text-foreground">{zoom}%</button>
          <ControlButton label="Zoom in" onClick={() => void flow.zoomIn({ duration: 150 })}><PlusIcon /></ControlButton>
          <ControlButton label="Show everything" onClick={canvas.fit}><MaximizeIcon /></ControlButton>
          <ControlButton label="Map" pressed={map} onClick={() => setMap(!map)}><MapIcon /></ControlButton>
        </div>
      </Panel>
      {map ? (
        <MiniMap<CanvasNode>
          position="bottom-left" pannable zoomable ariaLabel="Map of the flow" className="!mb-14" style={{ width: 180, height: 120 }}
          nodeColor={(node) => (node.type === "card" ? `var(--node-${nodeForm(node.data.node.type).colour}-line)` : "var(--node-amber)")} nodeBorderRadius={12}
        />
      ) : null}
    </>
  );
}

function ControlButton({ label, pressed, onClick, children }: { label: string; pressed?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip>
      <TooltipTrigger asChild>
        <button
          type="button" aria-label={label} aria-pressed={pressed} onClick={onClick}
          className={cn("grid size-8 place-content-center rounded-md text-muted-foreground hover:bg-accent hover:text-foreground [&>svg]:size-4", pressed && "bg-primary-soft text-primary-ink")}
        >
          {children}
        </button>
      </TooltipTrigger>
      <TooltipContent side="top">{label}</TooltipContent>
    </Tooltip>
  );
}
