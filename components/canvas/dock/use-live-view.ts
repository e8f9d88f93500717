"use client";

import { useEffect, useMemo } from "react";
import { positionAt } from "@/lib/editor/live-view";
import type { CallEvent } from "@/lib/calls/protocol";
import { useActions } from "../store/editor-context";

/** Shows on the canvas where a call is, or was at event `moment`; cleared when the call is put away. */
export function useLiveView(events: readonly CallEvent[], moment: number | null): void {
  const actions = useActions();
  const position = useMemo(() => positionAt(events, moment), [events, moment]);
  useEffect(() => {
    actions.set({ live: position.visited.size === 0 ? null : { ...position, replay: moment !== null } });
  }, [actions, position, moment]);
  useEffect(() => () => actions.set({ live: null }), [actions]);
}
