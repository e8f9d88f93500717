import { describe, expect, it } from "vitest";
import { Mouth, type AudioSink, type Speech } from "./mouth";
import { GrowingSound, heardText } from "./sound";

const RATE = 1_000;

/** Takes sound piece by piece, when the test says so. Two pieces wait in its queue, as LiveKit's 20 ms do. */
function sink() {
  let room: (() => void) | null = null;
  const taken: Int16Array[] = [];
  let queued = 0;
  const audio: AudioSink = {
    sampleRate: RATE,
    capture: (pcm) => {
      taken.push(pcm);
      queued = Math.min(2, queued + 1);
      return new Promise<void>((resolve) => (room = resolve));
    },
    clear: () => void (queued = 0),
    queuedMs: () => queued * 10,
    drained: async () => void (queued = 0),
  };
  return {
    audio,
    taken,
    async step(times: number) {
      for (let i = 0; i < times; i++) {
        await settle();
        const next = room;
        room = null;
        next?.();
      }
      await settle();
    },
  };
}
const settle = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

function speech(id: string, words: string, ms: number): Speech {
  const sound = new GrowingSound(RATE);
  sound.beginSegment(words);
  sound.append(new Int16Array(ms).fill(7));
  sound.finish();
  return { id, node: "n", sound, text: () => words, abort: () => {} };
}

function listener() {
  const seen: string[] = [];
  return {
    seen,
    started: (s: Speech) => void seen.push(`started ${s.id}`),
    ended: (s: Speech, heard: string, interrupted: boolean) => void seen.push(`ended ${s.id} "${heard}"${interrupted ? " interrupted" : ""}`),
    idle: () => void seen.push("idle"),
  };
}

describe("Mouth", () => {
  it("says one speech after the other and tells when all is said", async () => {
    const out = sink();
    const told = listener();
    const mouth = new Mouth(out.audio, told);
    mouth.say(speech("a", "one two", 30));
    mouth.say(speech("b", "three", 20));
    await out.step(8);
    expect(told.seen).toEqual(["started a", 'ended a "one two"', "started b", 'ended b "three"', "idle"]);
  });

  it("is silent in the same tick, and knows what was heard from what was played, not from what was queued", async () => {
    const out = sink();
    const told = listener();
    const mouth = new Mouth(out.audio, told);
    mouth.say(speech("a", "aaaa bbbb cccc dddd eeee", 250));
    await out.step(12); // 13 pieces taken, 2 of them not played yet: 110 ms of 250.
    const before = out.taken.length;
    mouth.pause();
    await out.step(5);
    expect(out.taken.length).toBe(before);
    expect(mouth.unfinished()[0]!.heard).toBe("aaaa bbbb");
    mouth.discard();
    expect(told.seen.at(-1)).toBe('ended a "aaaa bbbb" interrupted');
    expect(mouth.busy).toBe(false);
  });

  it("goes on after a false interruption and ends as if nothing had been", async () => {
    const out = sink();
    const told = listener();
    const mouth = new Mouth(out.audio, told);
    mouth.say(speech("a", "one two three", 100));
    await out.step(5);
    mouth.pause();
    mouth.resume();
    await out.step(40);
    expect(told.seen).toEqual(["started a", 'ended a "one two three"', "idle"]);
  });

  it("takes back what was not begun, and leaves what was", async () => {
    const out = sink();
    const told = listener();
    const mouth = new Mouth(out.audio, told);
    const [a, b] = [speech("a", "one", 50), speech("b", "two", 50)];
    mouth.say(a);
    mouth.say(b);
    await out.step(2);
    mouth.takeBack(new Set([a, b]));
    await out.step(10);
    expect(told.seen).toEqual(["started a", 'ended a "one"', "idle"]);
  });

  it("can be stopped while the voice does not answer", async () => {
    const out = sink();
    const told = listener();
    const mouth = new Mouth(out.audio, told);
    const never: Speech = { id: "x", node: "n", sound: new GrowingSound(RATE), text: () => "never", abort: () => void told.seen.push("aborted") };
    mouth.say(never);
    await out.step(2);
    mouth.discard();
    mouth.say(speech("b", "two", 20));
    await out.step(5);
    expect(told.seen).toEqual(["aborted", "started b", 'ended b "two"', "idle"]);
  });

  it("does not start before there is sound, and plays what the voice made before it failed", async () => {
    const out = sink();
    const told = listener();
    const mouth = new Mouth(out.audio, told);
    const sound = new GrowingSound(RATE);
    mouth.say({ id: "x", node: "n", sound, text: () => "first second", abort: () => {} });
    await out.step(2);
    expect(told.seen).toEqual([]);
    sound.beginSegment("first");
    sound.append(new Int16Array(40));
    sound.finish(new Error("quota"));
    await out.step(8);
    expect(told.seen).toEqual(["started x", 'ended x "first"', "idle"]);
  });
});

describe("heardText", () => {
  it("counts whole sentences by their own sound", () => {
    const sound = new GrowingSound(RATE);
    sound.beginSegment("Hello there.");
    sound.append(new Int16Array(500));
    sound.beginSegment("How are you today?");
    sound.append(new Int16Array(1_000));
    sound.finish();
    expect(heardText(sound, 0)).toBe("");
    expect(heardText(sound, 500)).toBe("Hello there.");
    expect(heardText(sound, 1_000)).toBe("Hello there. How are");
    expect(heardText(sound, 1_500)).toBe("Hello there. How are you today?");
  });
});
