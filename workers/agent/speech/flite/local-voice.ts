import { Thread } from "../thread";
import type { Sound, Voice } from "../types";
import { FLITE_SAMPLE_RATE } from "./engine";
import { toSpeakable, type SpeakableOptions } from "./speakable";

const PAUSE_BETWEEN_SENTENCES_MS = 160;

export interface SpeechRequest extends SpeakableOptions {
  text: string;
  /** slt (default), rms, awb or kal16. */
  voice?: string;
  /** 1 is normal, 0.5 half as fast, 2 twice as fast. */
  speed?: number;
}

/** English speech without a key, from Flite in a thread of its own. One may serve a whole process. */
export class LocalVoice {
  #thread: Thread;

  private constructor() {
    this.#thread = new Thread("flite", (ask) => ask("load"));
  }

  /** Loads Flite; a sentence of 3 s then takes 50–70 ms. */
  static async start(): Promise<LocalVoice> {
    const voice = new LocalVoice();
    await voice.#thread.start();
    return voice;
  }

  /** The whole text as one sound. Text with nothing to say gives no samples. */
  async synthesize(request: SpeechRequest): Promise<Sound> {
    const parts: Int16Array[] = [];
    for await (const { pcm } of this.stream(request)) parts.push(pcm);
    const pcm = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
    let offset = 0;
    for (const part of parts) {
      pcm.set(part, offset);
      offset += part.length;
    }
    return { pcm, sampleRate: FLITE_SAMPLE_RATE };
  }

  /** Sentence by sentence, so that the first can play while the next is made. Ends early when `signal` aborts. */
  async *stream({ text, voice = "slt", speed = 1, ...options }: SpeechRequest, signal?: AbortSignal): AsyncGenerator<Sound> {
    const sentences = toSpeakable(text, options);
    for (const [index, sentence] of sentences.entries()) {
      if (signal?.aborted) return;
      const pcm = await this.#thread.call<Int16Array>("speak", { text: sentence, voice, speed });
      if (signal?.aborted) return;
      if (index > 0) yield silence(PAUSE_BETWEEN_SENTENCES_MS / speed);
      if (pcm.length > 0) yield { pcm, sampleRate: FLITE_SAMPLE_RATE };
    }
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }
}

/** A `LocalVoice` with its settings fixed, as the call loop wants it. The thread is shared: `stop` leaves it running. */
export function localVoiceWith(local: LocalVoice, settings: { voice?: string; speed?: number }): Voice {
  const { voice = "slt", speed = 1 } = settings;
  return {
    id: `local/${voice}/${speed}`,
    sampleRate: FLITE_SAMPLE_RATE,
    start: async () => undefined,
    synthesize: (text, signal) => local.stream({ text, voice, speed }, signal),
    stop: async () => undefined,
  };
}

function silence(milliseconds: number): Sound {
  return { pcm: new Int16Array(Math.round((FLITE_SAMPLE_RATE * milliseconds) / 1000)), sampleRate: FLITE_SAMPLE_RATE };
}
