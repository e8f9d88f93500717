import type { Plan } from "../plan";
import { start, step, type Step } from "../engine/step";
import type { State } from "../engine/state";
import type { FlowEvent } from "../engine/types";
import type { Happening } from "./arbitrary";

/** Turns happenings into events that fit the call, folds them, and keeps everything. Inputs of every step are frozen. */
export function drive(plan: Plan, list: Happening[]): { events: FlowEvent[]; steps: Step[]; state: State } {
  const events: FlowEvent[] = [];
  const steps: Step[] = [];
  const requests: string[] = [];
  const speeches: string[] = [];
  let state = deepFreeze(start(plan));
  const send = (event: FlowEvent) => {
    const done = step(plan, state, deepFreeze(event));
    events.push(event);
    steps.push(done);
    for (const effect of done.effects) {
      if (effect.type === "askModel") requests.unshift(effect.id);
      if (effect.type === "say" || effect.type === "speakReply") speeches.unshift(effect.id);
    }
    state = deepFreeze(structuredClone(done.state));
  };
  const at = () => new Date(Date.UTC(2026, 10, 22, 12, 0, events.length)).toISOString();
  send({ type: "started", at: at(), context: { callId: "c", channel: "simulation", callerNumber: "+15550001111", agentNumber: null, timezone: "Europe/Berlin" }, variables: {} });
  for (const it of list) {
    switch (it.kind) {
      case "said": send({ type: "said", at: at(), text: it.understood ? it.text : "", understood: it.understood }); break;
      case "pressed": send({ type: "pressed", at: at(), keys: it.keys }); break;
      case "silent": send({ type: "silent", at: at(), seconds: it.seconds }); break;
      case "spoke": {
        const speech = speeches[it.which] ?? "s99";
        const text = state.transcript.find((line) => line.speech === speech)?.text ?? "";
        send({ type: "spoke", at: at(), speech, heard: text.slice(0, Math.floor(text.length * it.share)), interrupted: it.interrupted });
        break;
      }
      case "routed": send({ type: "routed", at: at(), request: requests[it.which] ?? "r99", choice: it.choice }); break;
      case "replied": send({ type: "replied", at: at(), request: requests[it.which] ?? "r99", text: it.text }); break;
      case "modelFailed": send({ type: "modelFailed", at: at(), request: requests[it.which] ?? "r99", message: "overloaded" }); break;
      case "timeUp": send({ type: "timeUp", at: at() }); break;
      case "hungUp": send({ type: "hungUp", at: at() }); break;
      case "failed": send({ type: "failed", at: at(), message: "the worker broke" }); break;
    }
  }
  return { events, steps, state };
}

export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === "object" && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
