import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { NOTHING_EXPECTED, type Expectation } from "@/lib/speech/expectation";
import { resampleInt16 } from "@/lib/speech/resample";
import { LocalVoice } from "../flite/local-voice";
import type { Sound } from "../types";
import { LocalRecogniser } from "./local-recogniser";

const expecting = (part: Partial<Expectation>): Expectation => ({ ...NOTHING_EXPECTED, node: "n", ...part });
const asking = (...asks: Expectation["asks"]) => expecting({ asks });

describe("the local recogniser", () => {
  let voice: LocalVoice;
  let recogniser: LocalRecogniser;
  beforeAll(async () => {
    [voice, recogniser] = await Promise.all([LocalVoice.start(), LocalRecogniser.start()]);
  }, 30_000);
  afterAll(() => Promise.all([voice.stop(), recogniser.stop()]));
  // A busy machine takes several times as long.
  vi.setConfig({ testTimeout: 60_000 });

  /** What the recogniser makes of it when this voice says it, with the silence around that a VAD leaves. */
  async function hear(text: string, name = "rms") {
    const { pcm, sampleRate } = await voice.synthesize({ text, voice: name });
    const padded = new Int16Array(pcm.length + 4800);
    padded.set(pcm, 3200);
    return recogniser.recognise({ pcm: padded, sampleRate });
  }

  it("understands a phrase bare and inside the words that people put around it, and nothing else", async () => {
    await recogniser.expect(expecting({ phrases: ["book an appointment", "opening hours", "talk to somebody"] }));
    for (const name of ["slt", "rms", "awb", "kal16"]) {
      expect((await hear("book an appointment", name)).text).toContain("book an appointment");
      expect((await hear("um, I'd like to book an appointment please", name)).text).toContain("book an appointment");
      const other = await hear("the train was late again this morning", name);
      expect(other).toMatchObject({ accepted: false, text: "" });
    }
  });

  it("understands nothing where nothing is expected", async () => {
    await recogniser.expect(NOTHING_EXPECTED);
    expect(await hear("yes please")).toMatchObject({ accepted: false, text: "" });
  });

  it.each([
    [{ variable: "n", type: "number" as const }, "twenty five", "twenty five"],
    [{ variable: "d", type: "date" as const }, "on the third of May", "third of may"],
    [{ variable: "d", type: "date" as const }, "next Monday", "next monday"],
    [{ variable: "t", type: "time" as const }, "half past two", "half past two"],
    [{ variable: "t", type: "time" as const }, "two thirty p m", "two thirty p m"],
    [{ variable: "p", type: "phone" as const }, "five five five, one two three four", "five five five one two three four"],
    [{ variable: "size", type: "choice" as const, choices: ["small", "medium", "extra large"] }, "I'd like an extra large one please", "extra large"],
    [{ variable: "ok", type: "boolean" as const }, "no thank you", "no thank you"],
    [{ variable: "name", type: "text" as const }, "my name is Robert Johnson", "robert johnson"],
  ])("takes an answer of type $type: %s", async (ask, said, text) => {
    await recogniser.expect(asking(ask));
    expect((await hear(said)).text).toContain(text);
  });

  it("takes several answers in one sentence", async () => {
    await recogniser.expect(
      asking({ variable: "pizza_size", type: "choice", choices: ["small", "medium", "large"] }, { variable: "topping", type: "choice", choices: ["mushrooms", "pepperoni"] }),
    );
    expect((await hear("a large pizza with mushrooms please", "slt")).text).toMatch(/large.* mushrooms?/);
  });

  it("answers again without decoding when nothing was added, and anew when something was", async () => {
    await recogniser.expect(expecting({ phrases: ["opening hours", "opening"] }));
    const { pcm } = await voice.synthesize({ text: "opening hours", voice: "rms" });
    const sound: Sound = { pcm: resampleInt16(pcm, 16_000, 48_000), sampleRate: 48_000 };
    const utterance = recogniser.open();
    utterance.push({ pcm: new Int16Array(9600), sampleRate: 48_000 });
    for (let start = 0; start < sound.pcm.length; start += 480) utterance.push({ pcm: sound.pcm.subarray(start, start + 480), sampleRate: 48_000 });
    const early = utterance.recognise();
    expect(await utterance.recognise()).toBe(await early);
    utterance.push({ pcm: new Int16Array(4800), sampleRate: 48_000 });
    expect(await utterance.recognise()).not.toBe(await early);
    expect((await utterance.recognise()).text).toContain("opening hours");
  });

  it("drops an utterance at once when it is closed", async () => {
    const utterance = recogniser.open();
    utterance.push({ pcm: new Int16Array(48_000), sampleRate: 48_000 });
    const answer = utterance.recognise();
    utterance.close();
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  });

  it("takes silence, clicks, beeps and steady noise for nobody's turn, neither for a word nor for other speech", async () => {
    await recogniser.expect(expecting({ phrases: ["yes", "no", "book"] }));
    // What Chromium's fake microphone plays: 400 Hz for 20 ms.
    const beep = Int16Array.from({ length: 16_000 }, (_, i) => (i > 8000 && i < 8320 ? (i % 40 < 20 ? 9000 : -9000) : (i * 7919) % 7));
    const sounds = [new Int16Array(0), new Int16Array(16_000), Int16Array.from({ length: 16_000 }, (_, i) => (i % 4000 === 0 ? 32_767 : 0)), Int16Array.from({ length: 16_000 }, (_, i) => ((i * 7919) % 65_536) - 32_768), Int16Array.from({ length: 16_000 }, (_, i) => Math.sin(i * i * 12.9898) * 10_000), beep];
    for (const pcm of sounds) expect(await recogniser.recognise({ pcm, sampleRate: 16_000 })).toMatchObject({ accepted: true, text: "" });
  });
});
