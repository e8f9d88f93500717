import type { EndReason } from "@/lib/flow/engine/types";
import type { Values } from "@/lib/flow/engine/values";
import type { CallEvent } from "./protocol";

/** One line of the transcript. `at` is ISO 8601 UTC: when it began to sound, or when the key was pressed. */
export interface TranscriptLine {
  role: "agent" | "caller";
  /** Agent: what was heard of it. Caller: the words as recognised, "pressed 1", "" when not understood. */
  text: string;
  at: string;
  node: string;
  /** The caller cut it off (agent), or the agent died while saying it. */
  interrupted?: true;
  /** Speech that the recogniser could not place. Shown as "not understood". */
  understood?: false;
  /** The caller pressed these keys instead of speaking. */
  keys?: string;
}

export interface CallTurn {
  node: string;
  exit: string | null;
  heardEndAt: string;
  audioAt: string;
  latencyMs: number;
  parts: Record<string, number>;
}

/** What `GET /calls/:id` shows of a call's events. */
export interface CallProjection {
  /** Every node entered, silent ones too, in order. */
  path: string[];
  variables: Values;
  transcript: TranscriptLine[];
  turns: CallTurn[];
  /** Where the call is, or was when it ended; null before it started. */
  node: string | null;
  answeredAt: string | null;
  endedAt: string | null;
  endReason: EndReason | null;
  outcome: string | null;
  /** Times that a new agent took over. */
  resumed: number;
}

/**
 * Folds a call's events, in any order and with repeats, into what people look at. Pure, so the page, the stream of
 * live events and the tests all say the same.
 * @param initial the variables' defaults; the `started` event and the traces' changes are laid over them
 */
export function projectCall(events: readonly CallEvent[], initial: Values = {}): CallProjection {
  const call: CallProjection = {
    path: [],
    variables: { ...initial },
    transcript: [],
    turns: [],
    node: null,
    answeredAt: null,
    endedAt: null,
    endReason: null,
    outcome: null,
    resumed: 0,
  };
  const speeches = new Map<string, TranscriptLine>();
  let last = -1;
  for (const event of [...events].sort((a, b) => a.seq - b.seq)) {
    if (event.seq === last) continue;
    last = event.seq;
    fold(call, speeches, event);
  }
  if (call.endReason) for (const line of speeches.values()) line.interrupted = true;
  // A speech of which nothing was heard was never said.
  call.transcript = call.transcript.filter((line) => line.role === "caller" || line.text !== "");
  return call;
}

function fold(call: CallProjection, speeches: Map<string, TranscriptLine>, event: CallEvent): void {
  switch (event.type) {
    case "callerJoined":
      call.answeredAt ??= event.at;
      break;
    case "step":
      call.path.push(...event.trace.entered);
      call.node = event.node;
      if (event.event.type === "started") Object.assign(call.variables, event.event.variables);
      for (const change of event.trace.changed) call.variables[change.variable] = change.to;
      break;
    case "heard":
      call.transcript.push({
        role: "caller",
        text: event.text,
        at: event.from,
        node: event.node,
        ...(event.understood ? {} : { understood: false as const }),
      });
      break;
    case "pressedKeys":
      call.transcript.push({ role: "caller", text: `pressed ${event.keys}`, at: event.at, node: event.node, keys: event.keys });
      break;
    case "speaking": {
      const line: TranscriptLine = { role: "agent", text: event.text, at: event.at, node: event.node };
      speeches.set(event.speech, line);
      call.transcript.push(line);
      break;
    }
    case "spoken": {
      const line = speeches.get(event.speech);
      if (!line) break;
      line.text = event.heard;
      if (event.interrupted) line.interrupted = true;
      speeches.delete(event.speech);
      break;
    }
    case "turn": {
      const { node, exit, heardEndAt, audioAt, latencyMs, parts } = event;
      call.turns.push({ node, exit, heardEndAt, audioAt, latencyMs, parts });
      break;
    }
    case "resumed":
      call.resumed += 1;
      // Whatever the agent that died was saying was cut off.
      for (const line of speeches.values()) line.interrupted = true;
      speeches.clear();
      break;
    case "ended":
      call.endedAt = event.at;
      call.endReason = event.reason;
      call.outcome = event.outcome ?? null;
      break;
    case "claimed":
    case "callerLeft":
    case "problem":
      break;
  }
}
