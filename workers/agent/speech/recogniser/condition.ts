/** Peak that every utterance is brought to, of full scale 1. */
const WANTED_PEAK = 0.5;
/** Quieter than this gain can mend is noise, not speech. */
const HIGHEST_GAIN = 30;
/** Share of samples that may be louder than what counts as the peak: clicks. */
const CLICKS = 0.001;
/** Half the width of the noise that is added, of full scale 1: 64 steps of 16 bits. */
const DITHER = 64 / 32768;

/**
 * Makes an utterance ready for the decoder: 16-bit scale to ±1, the same loudness for everyone, and a little noise. The
 * noise is what keeps digital silence (echo cancellers, codecs' gaps) from ruining the mean of the features: without it
 * a fifth of the words is lost. It is the same noise every time, so that the same sound gives the same answer.
 */
export function conditionUtterance(samples: Float32Array): Float32Array {
  const loudest = peakOf(samples);
  const gain = loudest > 0 ? Math.min(HIGHEST_GAIN / 32768, WANTED_PEAK / loudest) : 0;
  const output = new Float32Array(samples.length);
  let seed = 0x2545f491;
  for (let index = 0; index < samples.length; index++) {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    const value = samples[index]! * gain + (seed / 0x80000000) * DITHER;
    output[index] = value > 1 ? 1 : value < -1 ? -1 : value;
  }
  return output;
}

function peakOf(samples: Float32Array): number {
  const loudness = samples.map(Math.abs).sort();
  return loudness[Math.max(0, Math.floor(loudness.length * (1 - CLICKS)) - 1)] ?? 0;
}
