import { describe, expect, it } from "vitest";
import { Ears, WINDOW } from "./ears";

const loud = () => new Int16Array(WINDOW).fill(4_000);
const faint = () => new Int16Array(WINDOW).fill(8);
const settle = async () => {
  for (let i = 0; i < 50; i++) await Promise.resolve();
};

function ears(predict: (pcm: Int16Array) => Promise<number>) {
  const heard: { at: number; probability: number }[] = [];
  const pushed: number[] = [];
  const utterance = { push: ({ pcm }: { pcm: Int16Array }) => void pushed.push(pcm[0] ?? 0), recognise: async () => ({ accepted: false, text: "", ms: 0 }), close: () => {} };
  return { heard, pushed, utterance, ears: new Ears({ predict, reset: () => {} }, { voice: (at, probability) => void heard.push({ at, probability }) }) };
}

describe("Ears", () => {
  it("judges windows in order, with the time of their last sample, whatever the pieces", async () => {
    const stage = ears(async () => 0.9);
    // 1.5 windows arrive at 48 ms, the rest of the second at 64 ms.
    stage.ears.push(new Int16Array(WINDOW * 1.5).fill(3_000), 48);
    stage.ears.push(new Int16Array(WINDOW / 2).fill(3_000), 64);
    await settle();
    expect(stage.heard.map(({ at }) => at)).toEqual([32, 64]);
  });
  it("hears the end of a word where the sound ends, though the detector still remembers speech", async () => {
    const stage = ears(async () => 0.9);
    for (const [i, window] of [loud(), loud(), faint(), faint()].entries()) stage.ears.push(window, (i + 1) * 32);
    await settle();
    expect(stage.heard.map(({ probability }) => probability)).toEqual([0.9, 0.9, 0, 0]);
  });
  it("still hears somebody who speaks softly all the time", async () => {
    const stage = ears(async () => 0.9);
    for (let i = 1; i <= 3; i++) stage.ears.push(new Int16Array(WINDOW).fill(60), i * 32);
    await settle();
    expect(stage.heard.every(({ probability }) => probability === 0.9)).toBe(true);
  });
  it("gives an utterance the moment before it began, then everything until it is closed", () => {
    const stage = ears(async () => 0);
    for (let i = 1; i <= 20; i++) stage.ears.push(new Int16Array(WINDOW).fill(i), i * 32);
    stage.ears.open(stage.utterance);
    stage.ears.push(new Int16Array(WINDOW).fill(21), 21 * 32);
    stage.ears.close();
    stage.ears.push(new Int16Array(WINDOW).fill(22), 22 * 32);
    expect(stage.pushed.at(0)).toBe(8);
    expect(stage.pushed.at(-1)).toBe(21);
    expect(stage.pushed).toHaveLength(14);
  });
  it("goes on when the detector fails once", async () => {
    let calls = 0;
    const stage = ears(async () => {
      if (calls++ === 0) throw new Error("native");
      return 0.8;
    });
    stage.ears.push(loud(), 32);
    stage.ears.push(loud(), 64);
    await settle();
    expect(stage.heard.map(({ probability }) => probability)).toEqual([0, 0.8]);
  });
});
