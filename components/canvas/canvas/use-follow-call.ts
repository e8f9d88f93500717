"use client";

import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { useEditor } from "../store/editor-context";
import type { CanvasNode } from "./to-flow";

/** Keeps the step that a call is at in view: moves the canvas only when the card is not wholly visible, and never zooms. */
export function useFollowCall(): void {
  const flow = useReactFlow<CanvasNode>();
  const id = useEditor((state) => state.live?.node ?? null);
  const dock = useEditor((state) => state.dock);
  useEffect(() => {
    if (id === null) return;
    // After the dock has taken its room.
    const frame = requestAnimationFrame(() => {
      const node = flow.getNode(id);
      const box = document.querySelector(".parley-flow")?.getBoundingClientRect();
      if (!node || !box) return;
      const { width = 0, height = 0 } = node.measured ?? {};
      const from = flow.flowToScreenPosition(node.position);
      const to = flow.flowToScreenPosition({ x: node.position.x + width, y: node.position.y + height });
      const margin = 12;
      if (from.x >= box.left + margin && from.y >= box.top + margin && to.x <= box.right - margin && to.y <= box.bottom - margin) return;
      void flow.setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom: flow.getZoom(), duration: 350 });
    });
    return () => cancelAnimationFrame(frame);
  }, [id, dock, flow]);
}
