"use client";

import { BaseEdge, EdgeLabelRenderer, getBezierPath, getSmoothStepPath, useReactFlow, useStore, type EdgeProps } from "@xyflow/react";
import { PlusIcon, UnlinkIcon } from "lucide-react";
import { memo } from "react";
import { connect } from "@/lib/editor/commands/exits";
import { useActions, useEditor } from "../store/editor-context";
import { exitOf, type ExitEdgeType } from "./to-flow";

/** An exit's way to its target. Hovered or selected it offers to put a step in or to be taken away. */
export const ExitEdge = memo(function ExitEdge({ id, source, target, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, selected, data, markerEnd }: EdgeProps<ExitEdgeType>) {
  const { node, exit } = exitOf(id);
  const taken = useEditor((state) => state.live?.taken.has(id) ?? false);
  const muted = useEditor((state) => state.live !== null);
  // A way back goes around both cards, below them: straight through it could not be told from the ways forward.
  const back = targetX < sourceX + 24;
  const below = useStore((state) => (back ? Math.max(bottomOf(state.nodeLookup.get(source)), bottomOf(state.nodeLookup.get(target))) + 28 : 0));
  const ends = { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition };
  const [path, labelX, labelY] = back ? getSmoothStepPath({ ...ends, centerY: below, borderRadius: 18, offset: 26 }) : getBezierPath({ ...ends, curvature: 0.3 });
  const kind = taken ? "taken" : muted ? "muted" : data?.kind === "otherwise" || data?.kind === "always" ? "quiet" : "plain";
  return (
    <>
      <BaseEdge id={id} path={path} markerEnd={markerEnd} interactionWidth={18} className={`exit-edge exit-edge-${kind}`} />
      {selected ? <EdgeTools node={node} exit={exit} x={labelX} y={labelY} /> : null}
    </>
  );
});

function bottomOf(node: { internals: { positionAbsolute: { y: number } }; measured: { height?: number } } | undefined): number {
  return node ? node.internals.positionAbsolute.y + (node.measured.height ?? 0) : 0;
}

function EdgeTools({ node, exit, x, y }: { node: string; exit: string; x: number; y: number }) {
  const actions = useActions();
  const flow = useReactFlow();
  const button = "grid size-6 place-content-center rounded-full border border-border bg-card text-muted-foreground shadow-card hover:border-primary hover:text-primary-ink";
  return (
    <EdgeLabelRenderer>
      <div style={{ transform: `translate(-50%,-50%) translate(${x}px,${y}px)` }} className="nodrag nopan pointer-events-auto absolute z-10 flex gap-1">
        <button
          type="button" aria-label="Insert a step here" title="Insert a step here" className={button}
          onClick={() => {
            const at = flow.flowToScreenPosition({ x, y });
            actions.set({ addMenu: { at, position: { x: x - 144, y: y - 40 }, into: { node, exit } } });
          }}
        >
          <PlusIcon className="size-3.5" aria-hidden />
        </button>
        <button type="button" aria-label="Disconnect" title="Disconnect" className={button} onClick={() => actions.change("Disconnect", (document) => connect(document, node, exit, null))}>
          <UnlinkIcon className="size-3.5" aria-hidden />
        </button>
      </div>
    </EdgeLabelRenderer>
  );
}
