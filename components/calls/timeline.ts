import type { CallTurn } from "@/lib/calls/project-call";
import type { CallEvent } from "@/lib/calls/protocol";
import type { Trace } from "@/lib/flow/engine/types";

/** One thing that a reader of a call sees, in the order it happened. `seq` of the event that began it; times ISO 8601 UTC. */
export type TimelineItem = { seq: number; at: string } & (
  /** `heard` is what reached the caller; null while it is being said. `unheard` is the rest, which the caller cut off. */
  | { kind: "agent"; node: string; text: string; unheard: string; speaking: boolean; interrupted: boolean }
  | { kind: "caller"; node: string; text: string; understood: boolean; keys: boolean }
  | { kind: "silence"; seconds: number; node: string }
  /** Why the call went where it went: one trace, or several when the model was asked as well. `turn` has its times. */
  | { kind: "decision"; traces: Trace[]; turn: CallTurn | null }
  | { kind: "note"; tone: "info" | "problem"; text: string }
);
type Decision = Extract<TimelineItem, { kind: "decision" }>;
type Speech = Extract<TimelineItem, { kind: "agent" }>;

/** Turns a call's stored events into what its page shows. Pure; repeated and unordered events do no harm. */
export function timelineOf(events: readonly CallEvent[]): TimelineItem[] {
  const items: TimelineItem[] = [];
  const speeches = new Map<string, Speech>();
  /** The newest decision without times yet. */
  let untimed: Decision | null = null;
  let lastSeq = -1;

  for (const event of [...events].sort((a, b) => a.seq - b.seq)) {
    if (event.seq === lastSeq) continue;
    lastSeq = event.seq;
    const base = { seq: event.seq, at: event.at };
    switch (event.type) {
      case "heard":
        items.push({ ...base, at: event.from, kind: "caller", node: event.node, text: event.text, understood: event.understood, keys: false });
        break;
      case "pressedKeys":
        items.push({ ...base, kind: "caller", node: event.node, text: event.keys, understood: true, keys: true });
        break;
      case "step": {
        if (event.event.type === "silent") items.push({ ...base, kind: "silence", seconds: event.event.seconds, node: event.trace.node });
        if (!saysSomething(event.trace)) break;
        const last = items.at(-1);
        if (last?.kind === "decision") last.traces.push(event.trace);
        else items.push({ ...base, kind: "decision", traces: [event.trace], turn: null });
        const now = items.at(-1) as Decision;
        if (now.turn === null) untimed = now;
        break;
      }
      case "speaking": {
        const speech: Speech = { ...base, kind: "agent", node: event.node, text: event.text, unheard: "", speaking: true, interrupted: false };
        speeches.set(event.speech, speech);
        items.push(speech);
        break;
      }
      case "spoken": {
        const speech = speeches.get(event.speech);
        if (!speech) break;
        speech.speaking = false;
        speech.interrupted = event.interrupted;
        speech.text = event.heard;
        speech.unheard = event.interrupted ? remainder(event.text, event.heard) : "";
        break;
      }
      case "turn":
        if (untimed) untimed.turn = { node: event.node, exit: event.exit, heardEndAt: event.heardEndAt, audioAt: event.audioAt, latencyMs: event.latencyMs, parts: event.parts };
        untimed = null;
        break;
      case "claimed":
        break;
      case "callerJoined":
        items.push({ ...base, kind: "note", tone: "info", text: "The caller joined" });
        break;
      case "callerLeft":
        items.push({ ...base, kind: "note", tone: "info", text: "The caller left" });
        break;
      case "resumed":
        for (const speech of speeches.values()) if (speech.speaking) Object.assign(speech, { speaking: false, interrupted: true });
        items.push({ ...base, kind: "note", tone: "problem", text: "The agent was lost, and another one went on from here" });
        break;
      case "problem":
        items.push({ ...base, kind: "note", tone: "problem", text: event.message });
        break;
      case "ended":
        for (const speech of speeches.values()) speech.speaking = false;
        break;
    }
  }
  return items.filter((item) => item.kind !== "agent" || item.text !== "" || item.unheard !== "" || item.speaking);
}

/** Steps that neither looked at an exit nor changed anything ("the agent finished a sentence") would only be noise. */
function saysSomething(trace: Trace): boolean {
  return trace.considered.length > 0 || trace.taken !== null || trace.changed.length > 0 || trace.notes.length > 0;
}

/** What was meant to be said after what was heard of it. */
function remainder(text: string, heard: string): string {
  return text.startsWith(heard) ? text.slice(heard.length).trim() : heard === "" ? text : "";
}
