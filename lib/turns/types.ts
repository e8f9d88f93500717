/** What the node that the call is in expects, as far as pauses go: people stop in the middle of a number, not of a yes. */
export type Expected = "choice" | "value" | "digits" | "open";

/**
 * What the engine would make of the words so far (a step on a copy of the state):
 * moves – an exit is taken or an answer is filled; stays – understood, but nothing follows from it; model – the model has
 * to judge; rejected – speech that the recogniser cannot place; empty – no words at all.
 */
export type Verdict = "moves" | "stays" | "model" | "rejected" | "empty";

/** Times are milliseconds of one steady clock; `at` is when the sound ended or the thing happened. */
export type TimedEvent = { at: number } & (
  /** One window of `ms` milliseconds of the caller's sound, and how likely it is speech, 0 to 1. */
  | { type: "voice"; probability: number; ms: number }
  /** No sound arrives (muted, network): time passes all the same. */
  | { type: "tick" }
  /** Answer to `speculate`. An answer to an older version is ignored. */
  | { type: "recognised"; utterance: number; version: number; verdict: Verdict }
  /** The streaming recogniser has words; `moves` as in Verdict. */
  | { type: "partial"; utterance: number; verdict: Verdict }
  /** The end-of-turn model's opinion of this version, 0 to 1. */
  | { type: "score"; utterance: number; version: number; probability: number }
  /** The agent's sound begins or ends. */
  | { type: "agentSpeaks" }
  | { type: "agentSilent" }
  /** Another node, or its settings: from now on this is expected. */
  | { type: "expect"; expected: Expected; eagerness: Eagerness; interruptions: boolean }
  /** The committed turn had its effect and cannot be taken back any more. */
  | { type: "settled" }
  /** Keys were pressed or text was typed: what is being said does not matter. */
  | { type: "keys" }
);

export type Eagerness = "patient" | "normal" | "eager";

export type Decision =
  /** An utterance may have begun at `onsetAt`: collect its sound, with what came just before it. */
  | { do: "listen"; utterance: number; onsetAt: number }
  /** Recognise what there is and prepare the answer; `version` tells this pause from earlier ones. */
  | { do: "speculate"; utterance: number; version: number }
  /** The turn is over: do what was prepared. `heardEndAt` is the caller's last sound. */
  | { do: "commit"; utterance: number; version: number; onsetAt: number; heardEndAt: number }
  /** The caller goes on: forget what was prepared or committed; the utterance continues. */
  | { do: "cancel"; utterance: number }
  /** It was nothing (a cough, a click): forget the utterance. */
  | { do: "drop"; utterance: number }
  /** The caller interrupts: silence, in this very tick. */
  | { do: "stopSpeaking" }
  /** It was no interruption after all: go on where the agent stopped. */
  | { do: "resume" };

export interface TurnState {
  expected: Expected;
  eagerness: Eagerness;
  interruptions: boolean;
  agentSpeaking: boolean;
  /** The agent was stopped by the current utterance. */
  interrupted: boolean;
  /** rising: perhaps speech; speaking, pausing: an utterance; committed: over, but its answer is not heard yet. */
  phase: "quiet" | "rising" | "speaking" | "pausing" | "committed";
  utterance: number;
  version: number;
  onsetAt: number;
  /** Sum of the voiced windows of this utterance, and of the run of voiced windows that is going on, in ms. */
  voicedMs: number;
  runMs: number;
  lastVoiceAt: number;
  verdict: Verdict | null;
  score: number | null;
}
