import { describe, expect, it } from "vitest";
import { resample, Resampler } from "./resample";

const tone = (hertz: number, rate: number, seconds = 0.5) =>
  Float32Array.from({ length: rate * seconds }, (_, index) => 10_000 * Math.sin((2 * Math.PI * hertz * index) / rate));
const loudness = (samples: Float32Array) => {
  const middle = samples.subarray(samples.length >> 2, (samples.length * 3) >> 2);
  return Math.sqrt(middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length);
};

describe("resampling", () => {
  it.each([[48_000, 8_000], [16_000, 8_000], [16_000, 48_000], [16_000, 24_000], [24_000, 8_000], [44_100, 8_000]])(
    "keeps a tone of 1 kHz as loud and as long from %i to %i", (from, to) => {
      const output = resample(tone(1000, from), from, to);
      expect(output.length).toBe(Math.ceil(to * 0.5));
      expect(loudness(output) / loudness(tone(1000, to))).toBeCloseTo(1, 2);
    },
  );

  it("lets nothing above the new rate's half fold back as a tone that was not there", () => {
    for (const hertz of [4600, 6000, 9000, 15_000]) expect(loudness(resample(tone(hertz, 48_000), 48_000, 8_000))).toBeLessThan(10);
  });

  it("does not move the sound in time", () => {
    const click = new Float32Array(48_000 / 10);
    click[2400] = 10_000;
    const output = resample(click, 48_000, 8_000);
    expect(output.indexOf(Math.max(...output))).toBe(400);
  });

  it("gives the same samples however the sound is cut into pieces", () => {
    const input = tone(700, 48_000);
    const whole = resample(input, 48_000, 8_000);
    const resampler = new Resampler(48_000, 8_000);
    const pieces: number[] = [];
    for (let start = 0; start < input.length; start += 479) pieces.push(...resampler.process(input.subarray(start, start + 479)));
    pieces.push(...resampler.flush());
    for (const [index, sample] of whole.entries()) expect(pieces[index]).toBeCloseTo(sample, 1);
  });
});
