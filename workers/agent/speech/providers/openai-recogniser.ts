import { initializeLogger, log } from "@livekit/agents";
import { STT } from "@livekit/agents-plugin-openai";
import { AudioFrame } from "@livekit/rtc-node";
import { resampleInt16 } from "@/lib/speech/resample";
import { SpeechError, type Recogniser, type Recognition, type Sound, type Utterance } from "../types";
import { describeFailure, openClient, type Endpoint } from "./endpoint";

/** All that recognisers of this kind listen to; more would only take longer to send. */
const SENT_SAMPLE_RATE = 16_000;
const SHORTEST_UTTERANCE_MS = 120;
/** What Whisper and its kin make of silence and breath; nobody is known to have answered with these. */
const HALLUCINATIONS = /^\s*(thank(s| you) for watching[.!]?|\[.*\]|\(.*\)|♪.*)?\s*$/i;

export interface RecogniserSettings extends Endpoint {
  model: string;
  /** BCP 47; absent: the model finds out. */
  language?: string;
}

/** Recognises finished utterances with an OpenAI-compatible transcription endpoint. */
export function openAiRecogniser(settings: RecogniserSettings): Recogniser {
  ensureLogger();
  const stt = new STT({
    client: openClient(settings),
    apiKey: settings.apiKey || "none",
    model: settings.model,
    useRealtime: false,
    ...(settings.language ? { language: settings.language } : { detectLanguage: true }),
  });
  stt.on("error", () => undefined);

  async function transcribe(pcm: Int16Array, signal: AbortSignal): Promise<Recognition> {
    const startedAt = performance.now();
    if ((pcm.length * 1000) / SENT_SAMPLE_RATE < SHORTEST_UTTERANCE_MS) return { accepted: false, text: "", ms: 0 };
    try {
      const event = await stt.recognize(new AudioFrame(pcm, SENT_SAMPLE_RATE, 1, pcm.length), signal);
      const text = event.alternatives?.[0]?.text.trim() ?? "";
      const accepted = text !== "" && !HALLUCINATIONS.test(text);
      return { accepted, text: accepted ? text : "", ms: Math.round(performance.now() - startedAt) };
    } catch (cause) {
      if (signal.aborted) throw new DOMException("The utterance was dropped.", "AbortError");
      throw new SpeechError(describeFailure(cause, settings), "recogniser", { cause });
    }
  }

  return {
    needsGrammar: false,
    start: async () => undefined,
    expect: async () => undefined,
    open: () => new SentUtterance(transcribe),
    stop: () => stt.close(),
  };
}

class SentUtterance implements Utterance {
  #sounds: Sound[] = [];
  #answer: { sounds: number; result: Promise<Recognition>; controller: AbortController } | null = null;
  #closed = false;

  constructor(private readonly transcribe: (pcm: Int16Array, signal: AbortSignal) => Promise<Recognition>) {}

  push(sound: Sound): void {
    if (!this.#closed) this.#sounds.push(sound);
  }

  recognise(signal?: AbortSignal): Promise<Recognition> {
    if (this.#answer?.sounds !== this.#sounds.length || this.#answer.controller.signal.aborted) {
      // The question about less of the utterance need not be paid for.
      this.#answer?.controller.abort();
      const controller = new AbortController();
      const result = this.transcribe(this.#joined(), controller.signal);
      // A failed guess that nobody waits for any more must not end the process.
      result.catch(() => undefined);
      this.#answer = { sounds: this.#sounds.length, result, controller };
    }
    const { result, controller } = this.#answer;
    if (this.#closed || signal?.aborted) controller.abort();
    signal?.addEventListener("abort", () => controller.abort(), { once: true });
    return result;
  }

  close(): void {
    this.#closed = true;
    this.#answer?.controller.abort();
    this.#sounds = [];
  }

  #joined(): Int16Array {
    const rate = this.#sounds[0]?.sampleRate ?? SENT_SAMPLE_RATE;
    const whole = new Int16Array(this.#sounds.reduce((sum, { pcm }) => sum + pcm.length, 0));
    let offset = 0;
    for (const { pcm } of this.#sounds) {
      whole.set(pcm, offset);
      offset += pcm.length;
    }
    return resampleInt16(whole, rate, SENT_SAMPLE_RATE);
  }
}

/** The plugins log through a logger that only a worker's command line has set up. */
export function ensureLogger(): void {
  try {
    log();
  } catch {
    initializeLogger({ pretty: false, level: "warn" });
  }
}
