const WINDOW_MS = 10;
/** RMS on the 16-bit scale; a whisper into a headset is well above. */
const QUIETEST_SPEECH = 30;
/** Loud windows over soft ones. Syllables and the pause before them make far more, fans and hiss hardly any. */
const LEAST_CHANGE = 1.6;
/** The shortest words ("book", "it") are loud for 80 ms and more; a key's beep or a click, which the VAD takes for a syllable, for 20 to 40. */
const LEAST_LOUD_MS = 60;
/** Of the loudest window: above it is loud. */
const LOUD_SHARE = 0.2;

/**
 * Could this be speech at all? Silence and steady noise fit short words of a grammar astonishingly well, so they are
 * sorted out by what speech always does: it lasts a little, and it gets louder and softer. `samples` on the 16-bit scale.
 */
export function couldBeSpeech(samples: Float32Array, sampleRate: number): boolean {
  const length = Math.round((sampleRate * WINDOW_MS) / 1000);
  const loudness: number[] = [];
  for (let start = 0; start + length <= samples.length; start += length) {
    let power = 0;
    for (let index = start; index < start + length; index++) power += samples[index]! ** 2;
    loudness.push(Math.sqrt(power / length));
  }
  loudness.sort((a, b) => a - b);
  const loudest = loudness.at(-1) ?? 0;
  if (loudness.filter((level) => level > LOUD_SHARE * loudest).length * WINDOW_MS < LEAST_LOUD_MS) return false;
  const at = (share: number) => loudness[Math.floor((loudness.length - 1) * share)] ?? 0;
  return at(0.9) >= QUIETEST_SPEECH && at(0.9) >= LEAST_CHANGE * at(0.1);
}
