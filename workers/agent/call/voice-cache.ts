import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Sound of fixed sentences on disk, so that they are synthesised once for all calls, and in memory for this one. */
export class VoiceCache {
  private readonly memory = new Map<string, Promise<Int16Array | null>>();

  constructor(private readonly directory: string) {}

  /** The sound at the voice's own sample rate, or null when it was never made. */
  get(voiceId: string, text: string): Promise<Int16Array | null> {
    const key = keyOf(voiceId, text);
    let found = this.memory.get(key);
    if (!found) {
      found = this.load(key);
      this.memory.set(key, found);
      void found.then((pcm) => pcm ?? this.memory.delete(key));
    }
    return found;
  }

  /** @param fixed texts with a caller's data in them are kept for this call only */
  put(voiceId: string, text: string, pcm: Int16Array, fixed: boolean): void {
    const key = keyOf(voiceId, text);
    this.memory.set(key, Promise.resolve(pcm));
    if (fixed) void this.store(key, pcm).catch(() => undefined);
  }

  private async load(key: string): Promise<Int16Array | null> {
    try {
      const bytes = await readFile(join(this.directory, `${key}.pcm`));
      return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.byteLength & ~1)));
    } catch {
      return null;
    }
  }

  private async store(key: string, pcm: Int16Array): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    // Renamed into place: another call must never read half a sentence.
    const temporary = join(this.directory, `${key}.${randomUUID()}`);
    try {
      await writeFile(temporary, Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength));
      await rename(temporary, join(this.directory, `${key}.pcm`));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }
}

const keyOf = (voiceId: string, text: string) => createHash("sha256").update(`${voiceId}\n${text}`).digest("hex");
