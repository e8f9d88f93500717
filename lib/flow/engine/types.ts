import type { Condition } from "../document/schema";
import type { Value, Values } from "./values";

/**
 * Everything that can happen to a call. A call is the list of these; folding them with `step` gives its state again,
 * so nothing that the engine needs may come from anywhere else (no clock, no randomness): `at` is the only time.
 */
export type FlowEvent = { at: string } & (
  | { type: "started"; context: CallContext; variables: Values }
  /** The caller finished a turn. `understood` false: the recogniser heard speech that it could not place; `text` is then "". */
  | { type: "said"; text: string; understood: boolean }
  | { type: "pressed"; keys: string }
  /** The caller has said and pressed nothing for so many seconds since the agent fell silent. */
  | { type: "silent"; seconds: number }
  /** A piece of speech ended: played whole, or cut by the caller. `heard` is what really was heard of it. */
  | { type: "spoke"; speech: string; heard: string; interrupted: boolean }
  /** The model's marker is known (null: none or impossible). */
  | { type: "routed"; request: string; choice: number | null; raw?: string }
  /** The model's stream is complete; `text` without its marker. */
  | { type: "replied"; request: string; text: string }
  | { type: "modelFailed"; request: string; message: string }
  | { type: "timeUp" }
  | { type: "hungUp" }
  | { type: "failed"; message: string }
);

export interface CallContext {
  callId: string;
  channel: "web" | "phone_in" | "phone_out" | "simulation";
  callerNumber: string | null;
  agentNumber: string | null;
  /** IANA zone in which `{{now}}` and `{{today}}` are said and dates are understood. */
  timezone: string;
}

export type EndReason = "caller_hung_up" | "flow_ended" | "silence" | "longest_duration" | "error";

/** What the driver (worker, simulator, terminal) has to do next, in this order. */
export type Effect =
  /** Say this text. `id` comes back in `spoke`. `fixed` texts without variables are cached at publish. */
  | { type: "say"; id: string; node: string; text: string; fixed: boolean; voice?: VoiceChoice }
  /** Ask the model. In `route` mode the stream begins with a marker: send `routed` as soon as it is known, then `replied`. In `speak` mode only `replied`. */
  | { type: "askModel"; id: string; node: string; mode: "route" | "speak"; exits: ShownExit[]; messages: ModelMessage[]; model?: ModelChoice }
  /** Speak the rest of this request's stream as it comes; `id` is the speech's id. Answer to `routed`, or at once for `speak`. */
  | { type: "speakReply"; id: string; request: string; node: string; voice?: VoiceChoice }
  /** The reply is not wanted; cancel the stream. */
  | { type: "dropReply"; request: string }
  /** Nothing more to do until the caller does something. `silentAfterSeconds`: send `silent` then, each in turn. */
  | { type: "listen"; node: string; silentAfterSeconds: number[] }
  /** Hang up after everything said so far was played. */
  | { type: "hangUp"; reason: EndReason; outcome?: string };

export interface ModelMessage {
  role: "system" | "user" | "assistant";
  content: string;
}
export interface ModelChoice { provider: string; model?: string; temperature?: number }
export interface VoiceChoice { provider: string; model?: string; voice?: string; speed?: number }

/** One exit as the model is shown it; its marker is `>number`. 0 is "stay" or the node's `otherwise`. */
export interface ShownExit {
  number: number;
  node: string;
  exit: string;
  to: string | null;
  meaning: string;
}

/** Why the call is where it is: one entry for each event that could have moved it. */
export interface Trace {
  event: FlowEvent["type"];
  node: string;
  /** Every exit that was looked at, in order, until one won. */
  considered: {
    node: string;
    exit: string;
    condition: Condition["type"];
    held: boolean;
    /** In words: `heard "yes" in "yes please"`, `age 17 >= 18: no`, `the model answered >2`. */
    evidence: string;
  }[];
  taken: { node: string; exit: string; to: string | null } | null;
  /** Nodes entered, silent ones too, in order. */
  entered: string[];
  /** Variables changed, with what they were. */
  changed: { variable: string; from: Value; to: Value; why: string }[];
  /** Anything else worth knowing: guards that acted, markers that were impossible, values that were refused. */
  notes: string[];
}
