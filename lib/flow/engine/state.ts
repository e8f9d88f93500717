import type { CallContext, EndReason, ShownExit } from "./types";
import type { Values } from "./values";

/** One line of the conversation. */
export interface Utterance {
  role: "agent" | "caller";
  text: string;
  at: string;
  node: string;
  /** The agent's: id of the speech, as in `say` and `speakReply`. */
  speech?: string;
  /** The agent's: the caller cut it; `text` is what was heard. */
  interrupted?: boolean;
  /** The caller's: keys that were pressed. */
  keys?: string;
  /** The caller's: speech that the recogniser could not place; `text` is then "". */
  understood?: false;
}

/** A request to the model that is not finished. */
export interface Pending {
  request: string;
  /** routing: its marker is awaited. replying: its text is spoken, the end is awaited. */
  phase: "routing" | "replying";
  /** Id of the speech that speaks it, once known. */
  speech: string | null;
  shown: ShownExit[];
  /** For each marker (0, 1, …), the node for which the model writes its speech. */
  writtenFor: Record<number, string | null>;
  /** What the caller said, for when they go on speaking before the answer. */
  heard: string;
  /** A node was entered or its text is said again; nobody is waiting for a way out. */
  onEntry: boolean;
}

/**
 * Where a call is. Plain JSON, so it can be stored, sent and compared; folding a call's events over `start(plan)` makes it again.
 */
export interface State {
  status: "new" | "live" | "ended";
  /** "" before the call has started. */
  node: string;
  /** Every node entered, silent ones too, in order. */
  path: string[];
  values: Values;
  context: CallContext | null;
  /** Time of the last event: the engine's only clock. */
  at: string;
  /** The caller's last words. */
  heard: string;
  /** How many turns the caller has taken (words or keys). */
  turn: number;
  /** Nodes entered since the caller last did something: the guard against flows that spin. */
  hops: number;
  /** Seconds of silence that led somewhere since the caller last did something. */
  quietSeconds: number;
  visits: Record<string, number>;
  /** What the node that the call is in remembers during this visit; owned by its type. */
  memory: unknown;
  /** The caller speaks first and has not yet. */
  mute: boolean;
  pending: Pending | null;
  transcript: Utterance[];
  /** The turn in which a global node was last entered. */
  globalTurns: Record<string, number>;
  /** Nodes that global nodes interrupted and will come back to, the last one last. */
  returns: { node: string; memory: unknown }[];
  /** Counters behind the ids `s1`, `r1`. */
  speeches: number;
  requests: number;
  ended: { reason: EndReason; outcome?: string; message?: string } | null;
}

/** A call that has not begun. */
export function newState(): State {
  return {
    status: "new", node: "", path: [], values: {}, context: null, at: "", heard: "", turn: 0, hops: 0, quietSeconds: 0, visits: {}, memory: null,
    mute: false, pending: null, transcript: [], globalTurns: {}, returns: [], speeches: 0, requests: 0, ended: null,
  };
}
