import type { VoiceChoice } from "@/lib/flow/engine/types";
import type { Voice } from "../speech/types";
import type { VoiceCache } from "../speech/voice-cache";
import type { Speech } from "./mouth";
import { ClauseCutter, sentences } from "./sentences";
import { GrowingSound } from "./sound";

/** A breath. */
const BETWEEN_SENTENCES_MS = 160;

export interface SpeechMakers {
  voice: (choice?: VoiceChoice) => Voice;
  /** Speaks when the chosen voice fails: another voice is better than silence. */
  fallback: Voice;
  cache: Pick<VoiceCache, "find" | "store">;
  /** What the agent's track takes. */
  sampleRate: number;
  resample: (pcm: Int16Array, from: number, to: number) => Int16Array;
  onProblem: (message: string) => void;
}

/** Turns texts into sound: from the cache when it was said before, else sentence by sentence as the voice makes it. */
export class Speeches {
  constructor(private readonly makers: SpeechMakers) {}

  /** Begins to make the sound at once; playing it is the mouth's business. @param fixed the same in every call: worth keeping */
  whole(id: string, node: string, text: string, fixed: boolean, choice?: VoiceChoice): Speech {
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

  /** Makes and keeps what is not in the cache yet, without playing it. */
  async prepare(text: string, choice: VoiceChoice | undefined, signal: AbortSignal): Promise<void> {
    for (const sentence of sentences(text)) {
      if (signal.aborted) return;
      await this.speak(sentence, this.makers.voice(choice), true, signal, () => {});
    }
  }

  private make(id: string, node: string, text: () => string, choice: VoiceChoice | undefined, pieces: () => AsyncIterable<string>, fixed: boolean): Speech {
    const sound = new GrowingSound(this.makers.sampleRate);
    const abort = new AbortController();
    this.fill(sound, pieces(), choice, fixed, abort.signal).then(
      () => sound.finish(),
      (error: unknown) => {
        if (!abort.signal.aborted) this.makers.onProblem(messageOf(error));
        sound.finish(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return { id, node, sound, text, abort: () => abort.abort() };
  }

  private async fill(sound: GrowingSound, pieces: AsyncIterable<string>, choice: VoiceChoice | undefined, fixed: boolean, signal: AbortSignal): Promise<void> {
    const voice = this.makers.voice(choice);
    for await (const piece of pieces) {
      if (signal.aborted) return;
      if (sound.length > 0) sound.append(new Int16Array(Math.round((BETWEEN_SENTENCES_MS / 1000) * this.makers.sampleRate)));
      sound.beginSegment(piece);
      const before = sound.length;
      const take = (pcm: Int16Array, rate: number) => sound.append(rate === this.makers.sampleRate ? pcm : this.makers.resample(pcm, rate, this.makers.sampleRate));
      try {
        await this.speak(piece, voice, fixed, signal, take);
      } catch (error) {
        // Half a sentence cannot be said again from the start.
        if (signal.aborted || sound.length > before || voice.id === this.makers.fallback.id) throw error;
        this.makers.onProblem(messageOf(error));
        await this.speak(piece, this.makers.fallback, fixed, signal, take);
      }
    }
  }

  private async speak(text: string, voice: Voice, fixed: boolean, signal: AbortSignal, take: (pcm: Int16Array, rate: number) => void): Promise<void> {
    const known = await this.makers.cache.find(voice, text);
    if (known) return take(known.pcm, known.sampleRate);
    const made = new GrowingSound(voice.sampleRate);
    for await (const { pcm, sampleRate } of voice.synthesize(text, signal)) {
      made.append(pcm);
      take(pcm, sampleRate);
    }
    // What has the caller's data in it is not kept.
    if (fixed && !signal.aborted) void this.makers.cache.store(voice, text, { pcm: made.read(0, made.length), sampleRate: voice.sampleRate });
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : "the voice failed");
