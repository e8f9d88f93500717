import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Sound } from "./types";
import { VoiceCache } from "./voice-cache";

const voice = { id: "local/slt/1" };
const sound = (value: number, length = 1000): Sound => ({ pcm: new Int16Array(length).fill(value), sampleRate: 16_000 });

describe("the voice cache", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "voice-cache-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const filesIn = async () => (await readdir(folder, { recursive: true })).filter((name) => name.includes("."));

  it("gives another process what one has said, and keeps voices and texts apart", async () => {
    await new VoiceCache(folder).store(voice, "Hello.", sound(7));
    const other = new VoiceCache(folder);
    expect(await other.find(voice, "Hello.")).toEqual(sound(7));
    expect(await other.find(voice, "Hello")).toBeNull();
    expect(await other.find({ id: "local/rms/1" }, "Hello.")).toBeNull();
  });

  it("forgets what was used longest ago when the disk's share is full", async () => {
    const cache = new VoiceCache(folder, { diskBytes: 5000, memoryBytes: 0 });
    for (const text of ["a", "b", "c", "d"]) await cache.store(voice, text, sound(1));
    await cache.sweep();
    expect((await filesIn()).length).toBe(2);
  });

  it("leaves no half-written sound and takes a broken file for nothing", async () => {
    const cache = new VoiceCache(folder, { diskBytes: 1e6, memoryBytes: 0 });
    await cache.store(voice, "Hello.", sound(7));
    const [file] = await filesIn();
    expect(file).toMatch(/\.pcm$/);
    await writeFile(join(folder, file!), "abc");
    expect(await cache.find(voice, "Hello.")).toBeNull();
  });

  it("does not stop a call when the disk cannot be used", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const cache = new VoiceCache(join(file, "cache"));
    await cache.store(voice, "Hello.", sound(3));
    expect(await cache.find(voice, "Hello.")).toEqual(sound(3));
  });
});
