import { SpeechError, type Sound, type Voice } from "../types";
import { describeFailure, openClient, type Endpoint } from "./endpoint";

/** Of raw PCM from OpenAI and those that follow it. */
const SAMPLE_RATE = 24_000;

export interface VoiceSettings extends Endpoint {
  /** Name of the provider's entry in Settings: part of the cache key. */
  provider: string;
  model: string;
  voice: string;
  speed?: number;
}

/**
 * A voice behind an OpenAI-compatible endpoint. Not through the plugin's `TTS`: 1.9.0 waits for the whole sound before it
 * gives the first frame, and a request that fails becomes an unhandled rejection of the job process.
 */
export function openAiVoice(settings: VoiceSettings): Voice {
  const client = openClient(settings);
  const { provider, model, voice, speed = 1 } = settings;
  return {
    id: `${provider}/${model}/${voice}/${speed}`,
    sampleRate: SAMPLE_RATE,
    start: async () => undefined,
    stop: async () => undefined,
    async *synthesize(text, signal) {
      if (signal?.aborted || text.trim() === "") return;
      try {
        const response = await client.audio.speech.create({ input: text, model, voice, response_format: "pcm", ...(speed === 1 ? {} : { speed }) }, { signal });
        yield* samplesOf(response.body as AsyncIterable<Uint8Array> | null, signal);
      } catch (cause) {
        if (signal?.aborted) return;
        throw new SpeechError(describeFailure(cause, settings), "voice", { cause });
      }
    },
  };
}

/** 16-bit samples of a stream whose pieces may end in the middle of one. */
async function* samplesOf(body: AsyncIterable<Uint8Array> | null, signal?: AbortSignal): AsyncGenerator<Sound> {
  let rest = new Uint8Array(0);
  for await (const piece of body ?? []) {
    if (signal?.aborted) return;
    const bytes = new Uint8Array(rest.length + piece.length);
    bytes.set(rest);
    bytes.set(piece, rest.length);
    const whole = bytes.length & ~1;
    rest = bytes.slice(whole);
    if (whole > 0) yield { pcm: new Int16Array(bytes.buffer.slice(0, whole)), sampleRate: SAMPLE_RATE };
  }
}
