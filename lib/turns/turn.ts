import { TIMES, VOICED, pauseFor } from "./settings";
import type { Decision, TimedEvent, TurnState } from "./types";

export function initialTurnState(): TurnState {
  return {
    expected: "choice",
    eagerness: "normal",
    interruptions: true,
    agentSpeaking: false,
    interrupted: false,
    phase: "quiet",
    utterance: 0,
    version: 0,
    onsetAt: 0,
    voicedMs: 0,
    runMs: 0,
    lastVoiceAt: 0,
    verdict: null,
    score: null,
  };
}

/**
 * Who has the turn. Pure: the same timeline gives the same decisions. The driver does what it is told, in order, and
 * reports back; it never decides by itself that somebody has finished.
 */
export function turn(state: TurnState, event: TimedEvent): { state: TurnState; decisions: Decision[] } {
  const next = { ...state };
  const decisions: Decision[] = [];
  switch (event.type) {
    case "voice":
      hear(next, event, decisions);
      break;
    case "tick":
      if (next.phase !== "quiet") pause(next, event.at, decisions);
      break;
    case "recognised":
      if (event.utterance !== next.utterance || event.version !== next.version || next.phase !== "pausing") break;
      next.verdict = event.verdict;
      pause(next, event.at, decisions);
      break;
    case "partial":
      // Words that complete an answer make the next pause the end; without a final result there is nothing to commit yet.
      break;
    case "score":
      if (event.utterance !== next.utterance || event.version !== next.version || next.phase !== "pausing") break;
      next.score = event.probability;
      pause(next, event.at, decisions);
      break;
    case "agentSpeaks":
      next.agentSpeaking = true;
      if (next.phase === "committed") next.phase = "quiet";
      break;
    case "agentSilent":
      next.agentSpeaking = false;
      break;
    case "settled":
      if (next.phase === "committed") next.phase = "quiet";
      break;
    case "expect":
      next.expected = event.expected;
      next.eagerness = event.eagerness;
      next.interruptions = event.interruptions;
      break;
    case "keys":
      if (next.phase === "rising" || next.phase === "speaking" || next.phase === "pausing") {
        decisions.push({ do: "drop", utterance: next.utterance });
      }
      next.phase = "quiet";
      next.interrupted = false;
      break;
  }
  return { state: next, decisions };
}

/**
 * When the turn ends if nothing is heard until then; null when that depends on something else. For a timer, so that the
 * driver need not wait for the next window of sound: send a `tick` then.
 */
export function dueAt(state: TurnState): number | null {
  if (state.phase !== "pausing" || state.verdict === null) return null;
  return state.lastVoiceAt + pauseFor(state.expected, state.eagerness, state.verdict, state.score);
}

function hear(state: TurnState, event: { at: number; probability: number; ms: number }, decisions: Decision[]): void {
  const deaf = state.agentSpeaking && !state.interruptions;
  const begun = state.phase === "rising" || state.phase === "speaking" || state.phase === "pausing";
  if (deaf && !begun) return;
  const needed = begun ? VOICED.goOn : state.agentSpeaking ? VOICED.whileAgentSpeaks : VOICED.begin;
  if (event.probability < needed) {
    state.runMs = 0;
    if (state.phase !== "quiet") pause(state, event.at, decisions);
    return;
  }
  state.runMs += event.ms;
  switch (state.phase) {
    case "quiet":
      begin(state, event, decisions);
      break;
    case "committed":
      if (state.runMs < TIMES.takeBack) return;
      decisions.push({ do: "cancel", utterance: state.utterance });
      state.voicedMs += state.runMs;
      state.phase = "speaking";
      break;
    case "pausing":
      decisions.push({ do: "cancel", utterance: state.utterance });
      state.phase = "speaking";
      state.voicedMs += event.ms;
      break;
    default:
      state.voicedMs += event.ms;
  }
  state.lastVoiceAt = event.at;
  state.verdict = null;
  state.score = null;
  if (state.phase === "rising" && state.voicedMs >= TIMES.leastVoiced) state.phase = "speaking";
  if (state.agentSpeaking && state.interruptions && state.phase === "speaking" && state.voicedMs >= TIMES.bargeIn) {
    state.agentSpeaking = false;
    state.interrupted = true;
    decisions.push({ do: "stopSpeaking" });
  }
  if (state.phase === "speaking" && event.at - state.onsetAt > TIMES.longestUtterance) {
    state.phase = "pausing";
    state.version += 1;
    decisions.push({ do: "speculate", utterance: state.utterance, version: state.version });
  }
}

function begin(state: TurnState, event: { at: number; ms: number }, decisions: Decision[]): void {
  state.phase = "rising";
  state.utterance += 1;
  state.version = 0;
  state.onsetAt = event.at - event.ms;
  state.voicedMs = event.ms;
  state.runMs = event.ms;
  state.interrupted = false;
  decisions.push({ do: "listen", utterance: state.utterance, onsetAt: state.onsetAt });
}

/** Time passed without voice. */
function pause(state: TurnState, at: number, decisions: Decision[]): void {
  const silence = at - state.lastVoiceAt;
  if (state.phase === "rising") {
    if (silence < TIMES.forgetAfter) return;
    decisions.push({ do: "drop", utterance: state.utterance });
    state.phase = "quiet";
    return;
  }
  if (state.phase === "speaking" && silence >= TIMES.speculateAfter) {
    state.phase = "pausing";
    state.version += 1;
    decisions.push({ do: "speculate", utterance: state.utterance, version: state.version });
    return;
  }
  if (state.phase !== "pausing" || state.verdict === null) return;
  const tooLong = at - state.onsetAt > TIMES.longestUtterance;
  if (!tooLong && silence < pauseFor(state.expected, state.eagerness, state.verdict, state.score)) return;
  const nothing = state.verdict === "empty" || (state.verdict === "rejected" && state.interrupted && state.voicedMs < TIMES.leastInterruption);
  if (nothing) {
    state.phase = "quiet";
    decisions.push({ do: "drop", utterance: state.utterance });
    if (state.interrupted) decisions.push({ do: "resume" });
    state.interrupted = false;
    return;
  }
  state.phase = "committed";
  state.interrupted = false;
  decisions.push({ do: "commit", utterance: state.utterance, version: state.version, onsetAt: state.onsetAt, heardEndAt: state.lastVoiceAt });
}
