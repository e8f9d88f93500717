import type { FlowDocument, FlowNode } from "./document/schema";
import type { VoiceChoice } from "./engine/types";

/**
 * A compiled document: checked, resolved, frozen, hashed. What a version stores and a worker runs. JSON, so it travels.
 */
export interface Plan {
  parley: 1;
  /** SHA-256 of the canonical document, hexadecimal. */
  hash: string;
  name: string;
  start: string;
  persona: FlowDocument["persona"];
  speech: FlowDocument["speech"];
  turnTaking: FlowDocument["turnTaking"];
  limits: FlowDocument["limits"];
  /** IANA zone of the document, when it has one; the call's context decides otherwise. */
  timezone?: string;
  routing: "fused" | "tools";
  variables: FlowDocument["variables"];
  nodes: Record<string, FlowNode>;
  /** Ids of global nodes in document order. */
  globals: string[];
  /** Fixed texts without variables, those nearest to the start first, with the voice that says them: for the cache. */
  fixedSpeech: { text: string; voice: VoiceChoice }[];
}
