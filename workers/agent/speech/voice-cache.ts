import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sound, Voice } from "./types";

const DEFAULT_DISK_BYTES = 500 * 1024 * 1024;
const DEFAULT_MEMORY_BYTES = 20 * 1024 * 1024;
const HEADER_BYTES = 4;
/** Writes between two looks at how large the folder has grown. */
const WRITES_BETWEEN_SWEEPS = 50;

/**
 * Speech that was made before, kept by who says what: in memory, and on disk for all job processes of this machine.
 * A cache that cannot be read or written is as good as empty; it never stops a call.
 */
export class VoiceCache {
  #memory = new Map<string, Sound>();
  #memoryBytes = 0;
  #writes = 0;

  /** `folder`: `<PARLEY_DATA>/cache/speech`. */
  constructor(
    private readonly folder: string,
    private readonly limits = { diskBytes: DEFAULT_DISK_BYTES, memoryBytes: DEFAULT_MEMORY_BYTES },
  ) {}

  /** The whole sound of a text, if it was said before by the same voice with the same settings. */
  async find(voice: Pick<Voice, "id">, text: string): Promise<Sound | null> {
    const key = keyOf(voice, text);
    const remembered = this.#memory.get(key);
    if (remembered) {
      this.#remember(key, remembered);
      return remembered;
    }
    try {
      const path = this.#path(key);
      const bytes = await readFile(path);
      if (bytes.length <= HEADER_BYTES || bytes.length % 2 !== 0) return null;
      const sound: Sound = { sampleRate: bytes.readUInt32LE(0), pcm: new Int16Array(Uint8Array.from(bytes.subarray(HEADER_BYTES)).buffer) };
      this.#remember(key, sound);
      // The sweep takes the least recently used first.
      void utimes(path, new Date(), new Date()).catch(() => undefined);
      return sound;
    } catch {
      return null;
    }
  }

  async store(voice: Pick<Voice, "id">, text: string, sound: Sound): Promise<void> {
    if (sound.pcm.length === 0) return;
    const key = keyOf(voice, text);
    this.#remember(key, sound);
    try {
      const path = this.#path(key);
      await mkdir(join(this.folder, key.slice(0, 2)), { recursive: true });
      const bytes = Buffer.alloc(HEADER_BYTES + sound.pcm.byteLength);
      bytes.writeUInt32LE(sound.sampleRate, 0);
      bytes.set(new Uint8Array(sound.pcm.buffer, sound.pcm.byteOffset, sound.pcm.byteLength), HEADER_BYTES);
      // Written aside and moved: another process sees the whole sound or none.
      const aside = `${path}.${randomUUID()}.part`;
      await writeFile(aside, bytes);
      await rename(aside, path);
      if (this.#writes++ % WRITES_BETWEEN_SWEEPS === 0) await this.sweep();
    } catch {
      // A full or read-only disk: the sound will be made again.
    }
  }

  /** Deletes what was used longest ago until the folder is within its limit. */
  async sweep(): Promise<void> {
    const files: { path: string; bytes: number; usedAt: number }[] = [];
    for (const name of await readdir(this.folder, { recursive: true }).catch(() => [])) {
      const path = join(this.folder, name);
      const info = await stat(path).catch(() => null);
      if (info?.isFile()) files.push({ path, bytes: info.size, usedAt: info.mtimeMs });
    }
    let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { path, bytes } of files.sort((a, b) => a.usedAt - b.usedAt)) {
      if (total <= this.limits.diskBytes) return;
      await rm(path, { force: true });
      total -= bytes;
    }
  }

  #path(key: string): string {
    return join(this.folder, key.slice(0, 2), `${key}.pcm`);
  }

  #remember(key: string, sound: Sound): void {
    const before = this.#memory.get(key);
    if (before) this.#memoryBytes -= before.pcm.byteLength;
    this.#memory.delete(key);
    this.#memory.set(key, sound);
    this.#memoryBytes += sound.pcm.byteLength;
    for (const [oldest, { pcm }] of this.#memory) {
      if (this.#memoryBytes <= this.limits.memoryBytes) return;
      this.#memory.delete(oldest);
      this.#memoryBytes -= pcm.byteLength;
    }
  }
}

function keyOf(voice: Pick<Voice, "id">, text: string): string {
  return createHash("sha256").update(`${voice.id}\n${text}`).digest("hex");
}

/** The voice, saying from the cache what it has said before and keeping what it says to the end. */
export function withCache(voice: Voice, cache: VoiceCache): Voice {
  return {
    id: voice.id,
    sampleRate: voice.sampleRate,
    start: () => voice.start(),
    stop: () => voice.stop(),
    async *synthesize(text, signal) {
      const known = await cache.find(voice, text);
      if (known) {
        if (!signal?.aborted) yield known;
        return;
      }
      const parts: Int16Array[] = [];
      for await (const sound of voice.synthesize(text, signal)) {
        parts.push(sound.pcm);
        yield sound;
      }
      if (signal?.aborted) return;
      void cache.store(voice, text, { pcm: joined(parts), sampleRate: voice.sampleRate });
    },
  };
}

function joined(parts: Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
