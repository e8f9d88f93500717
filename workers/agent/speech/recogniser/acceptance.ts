/** Of the sound, in ms: one frame of the decoder. */
const FRAME_MS = 10;

/**
 * How much worse than "any sounds at all" the expected words may fit and still be believed: a part for the utterance and
 * a part for its length, in the decoder's log units. Found with `bench/local-speech` (see its README); belongs to
 * soundswallower 0.6.3 and its model.
 */
const ALLOWED_GAP = 3500;
const ALLOWED_GAP_PER_FRAME = 10;

/** Score of the expected words less the score of any sounds; 0 is perfect, speech of other matters is far below. */
export function gapOf(words: { score: number }, sounds: { score: number }): number {
  return words.score - sounds.score;
}

/** Are these the words, or something else that sounds a little like them? `milliseconds`: length of the sound. */
export function isBelievable(gap: number, milliseconds: number): boolean {
  return gap >= -(ALLOWED_GAP + (ALLOWED_GAP_PER_FRAME * milliseconds) / FRAME_MS);
}
