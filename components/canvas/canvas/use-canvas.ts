"use client";

import { useReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import { estimatedSize, tidy } from "@/lib/editor/commands/tidy";
import { align, type Alignment, type Size } from "@/lib/editor/commands/align";
import { useEditorHandle } from "../store/editor-context";
import { canvasActions } from "./actions";
import type { CanvasNode } from "./to-flow";

/** Room that is kept free around the flow for the palette and the controls, px. */
export const ROOM = { wide: { left: 176, top: 32, right: 40, bottom: 72 }, narrow: { left: 24, top: 64, right: 24, bottom: 72 } } as const;
const px = (value: number) => `${value}px` as const;
/** The whole flow, never enlarged. */
const fitOptions = () => {
  const { left, top, right, bottom } = window.matchMedia("(min-width: 768px)").matches ? ROOM.wide : ROOM.narrow;
  return { padding: { left: px(left), top: px(top), right: px(right), bottom: px(bottom) }, maxZoom: 1 };
};

/** Everything that can be done on the canvas, with what only the picture knows: sizes and the part that is in view. */
export function useCanvas() {
  const { store } = useEditorHandle();
  const flow = useReactFlow<CanvasNode>();
  return useMemo(() => {
    const sizes = (): Map<string, Size> => new Map(flow.getNodes().map((node) => [node.id, { width: node.measured?.width ?? node.width ?? 0, height: node.measured?.height ?? node.height ?? 0 }]));
    const actions = canvasActions(store, sizes);
    const centre = () => {
      const box = document.querySelector(".parley-flow")?.getBoundingClientRect();
      return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 400, y: 300 };
    };
    return {
      ...actions,
      flow,
      /** The middle of what is in view, canvas units. */
      middle: () => flow.screenToFlowPosition(centre()),
      /** Opens the add menu in the middle of the canvas, or at a point of the window. */
      openAddMenu(at = centre()) {
        const position = flow.screenToFlowPosition(at);
        store.getState().set({ addMenu: { at, position: { x: position.x - 144, y: position.y - 40 } } });
      },
      tidyUp() {
        const measured = new Map([...sizes()].filter(([, size]) => size.height > 0));
        store.getState().change("Tidy up", (before) => tidy(before, measured));
        requestAnimationFrame(() => void flow.fitView({ ...fitOptions(), duration: 250 }));
      },
      alignSelected(how: Alignment) {
        const { selected, change } = store.getState();
        change("Align", (before) => align(before, [...selected], sizes(), how));
      },
      fit: () => void flow.fitView({ ...fitOptions(), duration: 250 }),
      /** Selects a node and brings it into view, without zooming when it is readable already. */
      show(id: string, field?: string | null) {
        const node = store.getState().document.nodes.find((candidate) => candidate.id === id);
        if (!node) return;
        const size = sizes().get(id);
        const { width, height } = size && size.height > 0 ? size : estimatedSize(node);
        store.getState().focusOn(id, field);
        void flow.setCenter(node.position.x + width / 2, node.position.y + height / 2, { duration: 250, zoom: Math.max(flow.getZoom(), 0.8) });
      },
    };
  }, [store, flow]);
}
export type CanvasApi = ReturnType<typeof useCanvas>;
