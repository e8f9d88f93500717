import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LocalVoice } from "./local-voice";

describe("the local voice", () => {
  let voice: LocalVoice;
  beforeAll(async () => {
    voice = await LocalVoice.start();
  }, 20_000);
  afterAll(() => voice.stop());

  it("speaks with every voice, without silence in front", async () => {
    for (const name of ["slt", "rms", "awb", "kal16"]) {
      const { pcm, sampleRate } = await voice.synthesize({ text: "Hello there.", voice: name });
      expect(sampleRate).toBe(16_000);
      expect(pcm.length / sampleRate).toBeGreaterThan(0.4);
      expect(pcm.length / sampleRate).toBeLessThan(1.6);
      expect(Math.max(...pcm.subarray(0, 480).map(Math.abs))).toBeGreaterThan(60);
      expect(Math.abs(pcm.at(-1)!)).toBeLessThan(50);
    }
  });

  it("is silent, not broken, on text with nothing to say", async () => {
    for (const text of ["", "😀", "\u0000", "!!!"]) expect((await voice.synthesize({ text })).pcm.length).toBe(0);
  });

  it("speaks faster when asked", async () => {
    const text = "We are open from nine to five.";
    const normal = await voice.synthesize({ text });
    const fast = await voice.synthesize({ text, speed: 1.5 });
    expect(fast.pcm.length).toBeLessThan(normal.pcm.length * 0.75);
  });

  it("gives the first sentence before the rest is made, and ends when nobody wants more", async () => {
    const wanted = new AbortController();
    let pieces = 0;
    for await (const _ of voice.stream({ text: "One. Two. Three. Four." }, wanted.signal)) {
      pieces++;
      wanted.abort();
    }
    expect(pieces).toBe(1);
  });
});
