import type { VoiceChoice } from "@/lib/flow/engine/types";
import type { Voice } from "../speech/types";
import type { Speech } from "./mouth";
import { ClauseCutter, sentences } from "./sentences";
import { GrowingSound } from "./sound";
import type { VoiceCache } from "./voice-cache";

/** A breath. */
const BETWEEN_SENTENCES_MS = 160;

export type VoiceFor = (choice?: VoiceChoice) => Voice;
export type Resample = (pcm: Int16Array, from: number, to: number) => Int16Array;

/** Turns texts into sound: from the cache when it was said before, else sentence by sentence as the voice makes it. */
export class Speeches {
  constructor(
    private readonly voiceFor: VoiceFor,
    private readonly cache: VoiceCache,
    /** What the agent's track takes. */
    private readonly sampleRate: number,
    private readonly resample: Resample,
    private readonly onProblem: (message: string) => void,
  ) {}

  /** Begins to make the sound at once; playing it is the mouth's business. */
  fixed(id: string, node: string, text: string, fixed: boolean, choice?: VoiceChoice): Speech {
    return this.make(id, node, () => text, choice, async function* () {
      yield* sentences(text);
    }, fixed);
  }

  /** Speaks a text that is still being written. */
  streamed(id: string, node: string, text: AsyncIterable<string>, choice?: VoiceChoice): Speech {
    let whole = "";
    return this.make(id, node, () => whole.trim(), choice, async function* () {
      const cutter = new ClauseCutter();
      for await (const piece of text) {
        whole += piece;
        yield* cutter.push(piece);
      }
      yield* cutter.end();
    }, false);
  }

  /** Makes and stores what is not in the cache yet, without playing it. */
  async prepare(text: string, choice: VoiceChoice | undefined, signal: AbortSignal): Promise<void> {
    const voice = this.voiceFor(choice);
    for (const sentence of sentences(text)) {
      if (signal.aborted) return;
      if (await this.cache.get(voice.id, sentence)) continue;
      const made = new GrowingSound(voice.sampleRate);
      for await (const sound of voice.synthesize(sentence, signal)) made.append(sound.pcm);
      if (!signal.aborted) this.cache.put(voice.id, sentence, made.read(0, made.length), true);
    }
  }

  private make(id: string, node: string, text: () => string, choice: VoiceChoice | undefined, pieces: () => AsyncIterable<string>, fixed: boolean): Speech {
    const sound = new GrowingSound(this.sampleRate);
    const abort = new AbortController();
    void this.fill(sound, pieces(), this.voiceFor(choice), fixed, abort.signal).then(
      () => sound.finish(),
      (error: unknown) => {
        if (!abort.signal.aborted) this.onProblem(error instanceof Error ? error.message : "the voice failed");
        sound.finish(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return { id, node, sound, text, abort: () => abort.abort() };
  }

  private async fill(sound: GrowingSound, pieces: AsyncIterable<string>, voice: Voice, fixed: boolean, signal: AbortSignal): Promise<void> {
    for await (const piece of pieces) {
      if (signal.aborted) return;
      if (sound.length > 0) sound.append(new Int16Array(Math.round((BETWEEN_SENTENCES_MS / 1000) * this.sampleRate)));
      sound.beginSegment(piece);
      const known = await this.cache.get(voice.id, piece);
      if (known) {
        sound.append(this.fit(known, voice.sampleRate));
        continue;
      }
      const made = new GrowingSound(voice.sampleRate);
      for await (const part of voice.synthesize(piece, signal)) {
        made.append(part.pcm);
        sound.append(this.fit(part.pcm, part.sampleRate));
      }
      if (!signal.aborted) this.cache.put(voice.id, piece, made.read(0, made.length), fixed);
    }
  }

  private fit(pcm: Int16Array, from: number): Int16Array {
    return from === this.sampleRate ? pcm : this.resample(pcm, from, this.sampleRate);
  }
}
