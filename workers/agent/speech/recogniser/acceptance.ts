/** Of the sound, in ms: one frame of the decoder. */
const FRAME_MS = 10;

/**
 * How much worse than "any sounds at all" the expected words may fit and still be believed, in the decoder's log units: a
 * fixed part for short answers, and for long ones (a phone number) a part that grows with their length. Found with
 * `bench/local-speech` (see its README); belongs to soundswallower 0.6.3, its model and the settings in `sounds.ts`.
 */
const ALLOWED_GAP_OF_SHORT = 4600;
const ALLOWED_GAP_PER_FRAME_OF_LONG = 31;

/** Score of the expected words less the score of any sounds; 0 is perfect, speech of other matters is far below. */
export function gapOf(words: { score: number }, sounds: { score: number }): number {
  return words.score - sounds.score;
}

/** Are these the words, or something else that sounds a little like them? `milliseconds`: length of the sound. */
export function isBelievable(gap: number, milliseconds: number): boolean {
  const frames = milliseconds / FRAME_MS;
  return gap >= -Math.max(ALLOWED_GAP_OF_SHORT, ALLOWED_GAP_PER_FRAME_OF_LONG * frames);
}
