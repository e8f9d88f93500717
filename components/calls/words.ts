import type { CallChannel, CallStatus } from "@/lib/calls/call-view";
import type { FlowEvent } from "@/lib/flow/engine/types";

/** Stored codes in plain words. An unknown code is shown as it is rather than hidden. */
const END_REASONS: Record<string, string> = {
  caller_hung_up: "The caller hung up",
  flow_ended: "The conversation came to its end",
  silence: "The caller was silent for too long",
  longest_duration: "The longest duration was reached",
  error: "Something went wrong",
};
export function endReasonWords(reason: string | null): string {
  return reason === null ? "" : (END_REASONS[reason] ?? reason.replaceAll("_", " "));
}

export const CHANNEL_WORDS: Record<CallChannel, string> = { web: "Browser", phone_in: "Phone, incoming", phone_out: "Phone, outgoing", simulation: "Simulation" };
export const STATUS_WORDS: Record<CallStatus, string> = { queued: "Waiting", ringing: "Ringing", live: "Live", ended: "Ended", failed: "Failed" };

/** What moved the call, as the heading of a decision. */
const EVENT_WORDS: Record<FlowEvent["type"], string> = {
  started: "The call began",
  said: "The caller said something",
  pressed: "The caller pressed a key",
  silent: "The caller was silent",
  spoke: "The agent finished speaking",
  routed: "The model chose",
  replied: "The model replied",
  modelFailed: "The model did not answer",
  timeUp: "The time was up",
  hungUp: "The caller hung up",
  failed: "Something went wrong",
};
export function eventWords(type: FlowEvent["type"]): string {
  return EVENT_WORDS[type] ?? type;
}

/** Parts of a turn's time in milliseconds, as the worker names them. */
const PART_WORDS: Record<string, string> = {
  turnTaking: "End of turn", endOfTurn: "End of turn", recognition: "Recognition", stt: "Recognition", engine: "Decision", step: "Decision", model: "Language model", llm: "Language model",
  voice: "Voice", tts: "Voice", transport: "Transport", wait: "Waiting",
};
export function partWords(part: string): string {
  return PART_WORDS[part] ?? part.replace(/Ms$/, "").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

/** "3 s", "1 min 5 s", "1 h 2 min" */
export function durationWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
  return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
}

/** A variable's value as people read it; null when there is none. */
export function valueWords(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The middle value, and the one that 95 of 100 stay below. Of milliseconds, or anything. null without values. */
export function spread(values: number[]): { p50: number; p95: number } | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
  return { p50: at(0.5), p95: at(0.95) };
}
