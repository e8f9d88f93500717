import type { FlowOutline } from "@/lib/agents/flow-outline";

/** A template as it is picked from: its picture, and its document once chosen. */
export interface StartingPoint {
  id: string;
  name: string;
  description: string;
  outline: FlowOutline;
  document: unknown;
}
