import type { Eagerness, Expected, Verdict } from "./types";

interface Pauses {
  /** Milliseconds of silence after the caller's last sound that end the turn. */
  [verdict: string]: number;
}

/** How sure the voice activity detector must be: to begin an utterance, and (lower) to go on with it. */
export const VOICED = { begin: 0.5, goOn: 0.35, whileAgentSpeaks: 0.6 } as const;

/** All in milliseconds. */
export const TIMES = {
  /** Silence after which recognition and the answer are prepared: two windows of the detector, which may come a little early. */
  speculateAfter: 60,
  /** Voice that is needed before a sound counts as speech: less is a click or a cough. */
  leastVoiced: 90,
  /** The same while the agent speaks: what is needed to stop it. Together with the network and the detector it must stay under 300. */
  bargeIn: 90,
  /** A sound that fades without having been speech is forgotten after this. */
  forgetAfter: 200,
  /** Voice after the commit that makes it a mistake: the caller goes on. */
  takeBack: 60,
  /** An interruption that the recogniser cannot place and that is shorter was a "mhm" or a cough: the agent goes on. */
  leastInterruption: 700,
  /** No turn is longer: what was said so far has to do. */
  longestUtterance: 45_000,
} as const;

/** Silence that ends a turn, by what was understood and what is expected, for the normal eagerness. */
const NORMAL = {
  choice: { moves: 180, stays: 600, model: 500, rejected: 600, empty: 500 },
  value: { moves: 320, stays: 800, model: 600, rejected: 800, empty: 600 },
  digits: { moves: 800, stays: 1200, model: 1000, rejected: 1000, empty: 800 },
  open: { moves: 320, stays: 700, model: 600, rejected: 800, empty: 600 },
} as const satisfies Record<Expected, Record<Verdict, number>>;

const FACTOR = { patient: 1.7, normal: 1, eager: 0.8 } as const satisfies Record<Eagerness, number>;

/** An end-of-turn model that is this sure shortens an open pause, one that is this unsure lengthens it. */
const SCORE = { sure: 0.8, sureMs: 250, unsure: 0.2, unsureMs: 1200 } as const;

/** Milliseconds of silence that end the turn. */
export function pauseFor(expected: Expected, eagerness: Eagerness, verdict: Verdict, score: number | null): number {
  const table: Pauses = NORMAL[expected];
  let pause = table[verdict] ?? 800;
  if (verdict === "model" && score !== null) {
    if (score >= SCORE.sure) pause = Math.min(pause, SCORE.sureMs);
    else if (score <= SCORE.unsure) pause = Math.max(pause, SCORE.unsureMs);
  }
  // What completes a choice is certain enough: eagerness concerns the doubtful pauses, patience all of them.
  return Math.round(pause * (eagerness === "eager" && pause <= 200 ? 1 : FACTOR[eagerness]));
}
