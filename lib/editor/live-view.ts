import type { CallEvent } from "@/lib/calls/protocol";

/** Where a call was at one moment, and how it came there; ids of the flow's nodes, exits as `node exit`. */
export interface CallPosition { node: string | null; visited: ReadonlySet<string>; taken: ReadonlySet<string> }

/** Folds a call's steps up to and with event number `until` (all of them when null). */
export function positionAt(events: readonly CallEvent[], until: number | null): CallPosition {
  const visited = new Set<string>();
  const taken = new Set<string>();
  let node: string | null = null;
  for (const event of events) {
    if (event.type !== "step" || (until !== null && event.seq > until)) continue;
    for (const id of event.trace.entered) visited.add(id);
    if (event.trace.taken) taken.add(`${event.trace.taken.node} ${event.trace.taken.exit}`);
    node = event.node;
  }
  return { node, visited, taken };
}
