const LOUDNESS_WINDOW_MS = 5;
/** Of full scale 32768; Flite's own silence stays well under it, the softest "h" or "f" above. */
const SILENCE_LEVEL = 90;
const KEEP_BEFORE_MS = 10;
const KEEP_AFTER_MS = 60;
const FADE_MS = 5;

/**
 * Cuts the silence before and after speech – Flite puts 200 ms and more in front, which the caller would wait for –
 * and fades both ends so that neither clicks. All silence gives no samples.
 */
export function tidyEdges(pcm: Int16Array, sampleRate: number): Int16Array {
  const windowLength = Math.round((sampleRate * LOUDNESS_WINDOW_MS) / 1000);
  let first = -1;
  let last = -1;
  for (let start = 0; start < pcm.length; start += windowLength) {
    let peak = 0;
    const end = Math.min(pcm.length, start + windowLength);
    for (let index = start; index < end; index++) peak = Math.max(peak, Math.abs(pcm[index]!));
    if (peak < SILENCE_LEVEL) continue;
    if (first < 0) first = start;
    last = end;
  }
  if (first < 0) return new Int16Array(0);
  const from = Math.max(0, first - Math.round((sampleRate * KEEP_BEFORE_MS) / 1000));
  const to = Math.min(pcm.length, last + Math.round((sampleRate * KEEP_AFTER_MS) / 1000));
  const kept = pcm.slice(from, to);
  const fade = Math.min(Math.round((sampleRate * FADE_MS) / 1000), kept.length >> 1);
  for (let index = 0; index < fade; index++) {
    const gain = index / fade;
    kept[index] = Math.round(kept[index]! * gain);
    kept[kept.length - 1 - index] = Math.round(kept[kept.length - 1 - index]! * gain);
  }
  return kept;
}
