import type { FlowDocument, FlowNode } from "./document/schema";

/**
 * A compiled document: checked, resolved, frozen, hashed. What a version stores and a worker runs. JSON, so it travels.
 * The flow helper adds what `step` wants to have precomputed.
 */
export interface Plan {
  parley: 1;
  /** SHA-256 of the canonical document. */
  hash: string;
  name: string;
  start: string;
  persona: FlowDocument["persona"];
  speech: FlowDocument["speech"];
  turnTaking: FlowDocument["turnTaking"];
  limits: FlowDocument["limits"];
  variables: FlowDocument["variables"];
  nodes: Record<string, FlowNode>;
  /** Ids of global nodes in document order. */
  globals: string[];
  /** Fixed texts without variables, those nearest to the start first, with the voice that says them: for the cache. */
  fixedSpeech: { text: string; voice: { provider: string; model?: string; voice?: string; speed?: number } }[];
}
