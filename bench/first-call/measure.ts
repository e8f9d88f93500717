import { Caller } from "@/workers/agent/testing/caller";
import { WORDS, type Word } from "./questions";

export interface Measured {
  /** From asking for a call ("Start call") to the first sound, ms. */
  firstSoundMs: number;
  /** The part of it that asking took: what the app, or the peer's script, does before the caller can join. */
  askedMs: number;
  /** From the caller's last sound, as it leaves, to the agent's first, as it arrives, ms. */
  turnsMs: number[];
  /** Turns that got no answer. */
  missed: number;
}

export type Sounds = Record<Word, Int16Array>;

/** Calls, answers the same question again and again, and takes the times. */
export async function measureCall(start: () => Promise<{ url: string; token: string }>, sounds: Sounds, turns: number): Promise<Measured> {
  const pressed = performance.now();
  const { url, token } = await start();
  const askedMs = performance.now() - pressed;
  const caller = await Caller.join(url, token);
  try {
    const first = await caller.hearsSomething(0, 30_000);
    const measured: Measured = { firstSoundMs: first - pressed, askedMs, turnsMs: [], missed: 0 };
    let quiet = await caller.hearsQuiet(first, 600, 20_000);
    for (let i = 0; i < turns; i++) {
      const word = WORDS[i % WORDS.length] as Word;
      const lastSound = await caller.say(sounds[word]);
      const answer = await caller.hearsSomething(Math.max(quiet, lastSound) + 10, 5_000).catch(() => null);
      if (answer === null) {
        measured.missed += 1;
        continue;
      }
      measured.turnsMs.push(answer - lastSound);
      quiet = await caller.hearsQuiet(answer, 600, 20_000);
    }
    return measured;
  } finally {
    await caller.hangUp();
  }
}

/** The sound without the silence at its ends, so that its end is the last sound. */
export function trimmed(pcm: Int16Array): Int16Array {
  const loudest = pcm.reduce((max, sample) => Math.max(max, Math.abs(sample)), 0);
  const audible = (sample: number) => Math.abs(sample) > loudest * 0.03;
  return pcm.slice(pcm.findIndex(audible), pcm.findLastIndex(audible) + 1);
}

/** @param share 0.5 for the median */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN);
}
