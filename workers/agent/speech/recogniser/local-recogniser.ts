import type { Expectation } from "@/lib/speech/expectation";
import type { Expected } from "@/lib/speech/grammar/compile";
import type { Respelling } from "@/lib/speech/pronunciation";
import { resample, Resampler } from "@/lib/speech/resample";
import type { DecodeAnswer, ExpectRequest } from "../recogniser.entry";
import { Thread } from "../thread";
import type { Recogniser, Recognition, Sound, Utterance } from "../types";
import { gapOf, isBelievable } from "./acceptance";
import { DECODER_SAMPLE_RATE } from "./decoder";
import { couldBeSpeech } from "./liveliness";

/** Longer utterances are cut: nobody's short answer takes half a minute, and decoding one would hold up the call. */
const LONGEST_UTTERANCE_MS = 20_000;
/** Less sound than this holds no word. */
const SHORTEST_UTTERANCE_MS = 120;

/**
 * English short answers without a key. Two threads look at every utterance at the same time: one for the words that
 * were announced with `expect`, one for any sounds at all; what fits the second much better than the first was
 * something else.
 */
export class LocalRecogniser implements Recogniser {
  readonly needsGrammar = true;
  #words: Thread;
  #sounds: Thread;
  #expected: ExpectRequest = { expected: { phrases: [], asks: [], yesNo: false }, respellings: [] };
  #expectedKey = "";
  #announced: Promise<string[]> = Promise.resolve([]);

  /** `respellings`: how the words sound that the dictionary has not, from the flow document. */
  constructor(respellings: readonly Respelling[] = []) {
    this.#expected.respellings = respellings;
    this.#words = new Thread("recogniser", async (ask) => {
      await ask("load", { role: "words" });
      await ask("expect", this.#expected);
    });
    this.#sounds = new Thread("recogniser", (ask) => ask("load", { role: "sounds" }));
  }

  static async start(respellings: readonly Respelling[] = []): Promise<LocalRecogniser> {
    const recogniser = new LocalRecogniser(respellings);
    await recogniser.start();
    return recogniser;
  }

  async start(): Promise<void> {
    await Promise.all([this.#words.start(), this.#sounds.start()]);
  }

  /** For a recogniser that was started before its call was known. Takes effect with the next `expect`. */
  setRespellings(respellings: readonly Respelling[]): void {
    this.#expected = { ...this.#expected, respellings };
    this.#expectedKey = "";
  }

  async expect(expectation: Expectation): Promise<void> {
    const expected: Expected = { phrases: expectation.phrases, asks: expectation.asks, yesNo: expectation.yesNo };
    const key = JSON.stringify(expected);
    if (key !== this.#expectedKey) {
      this.#expectedKey = key;
      // Kept for a thread that has to be started again.
      this.#expected = { ...this.#expected, expected };
      this.#announced = this.#words.call<string[]>("expect", this.#expected);
    }
    await this.#announced;
  }

  open(): Utterance {
    return new LocalUtterance((samples) => this.#decode(samples));
  }

  /** A finished utterance at once. */
  recognise(sound: Sound): Promise<Recognition> {
    const samples = resample(sound.pcm, sound.sampleRate, DECODER_SAMPLE_RATE);
    return this.#decode(samples);
  }

  async stop(): Promise<void> {
    await Promise.all([this.#words.stop(), this.#sounds.stop()]);
  }

  async #decode(all: Float32Array): Promise<Recognition> {
    const startedAt = performance.now();
    const samples = all.slice(0, (LONGEST_UTTERANCE_MS * DECODER_SAMPLE_RATE) / 1000);
    const milliseconds = (samples.length * 1000) / DECODER_SAMPLE_RATE;
    if (milliseconds < SHORTEST_UTTERANCE_MS || !couldBeSpeech(samples, DECODER_SAMPLE_RATE)) return NOBODY_SPOKE;
    const copy = samples.slice();
    const [words, sounds] = await Promise.all([
      this.#words.call<DecodeAnswer>("decode", { samples }, [samples.buffer as ArrayBuffer]),
      this.#sounds.call<DecodeAnswer>("decode", { samples: copy }, [copy.buffer as ArrayBuffer]),
    ]);
    const gap = gapOf(words, sounds);
    const accepted = words.text !== "" && isBelievable(gap, milliseconds);
    const ms = Math.round(performance.now() - startedAt);
    if (accepted) return { accepted, text: words.text, gap, ms };
    return { accepted, text: "", ...(words.text ? { guess: words.text, gap } : {}), ms };
  }
}

/** Not "speech that was not expected", which would lead to `otherwise`: a beep or a hiss is no turn of the caller at all. */
const NOBODY_SPOKE: Recognition = { accepted: true, text: "", ms: 0 };

/** Collects sound at the decoder's rate while the caller speaks, so that nothing but decoding is left at the end. */
class LocalUtterance implements Utterance {
  #pieces: Float32Array[] = [];
  #length = 0;
  #resampler: Resampler | null = null;
  #answer: { length: number; result: Promise<Recognition> } | null = null;
  #closed = new AbortController();

  constructor(private readonly decode: (samples: Float32Array) => Promise<Recognition>) {}

  push({ pcm, sampleRate }: Sound): void {
    if (this.#closed.signal.aborted) return;
    if (this.#resampler?.from !== sampleRate) this.#resampler = new Resampler(sampleRate, DECODER_SAMPLE_RATE);
    const piece = this.#resampler.process(pcm);
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  recognise(signal?: AbortSignal): Promise<Recognition> {
    if (this.#answer?.length !== this.#length) {
      const samples = new Float32Array(this.#length);
      let offset = 0;
      for (const piece of this.#pieces) {
        samples.set(piece, offset);
        offset += piece.length;
      }
      this.#pieces = [samples.slice()];
      this.#answer = { length: this.#length, result: this.decode(samples) };
    }
    return untilAborted(this.#answer.result, signal ? [signal, this.#closed.signal] : [this.#closed.signal]);
  }

  close(): void {
    this.#closed.abort();
    this.#pieces = [];
  }
}

/** The result, or an `AbortError` as soon as one of the signals aborts; a result nobody awaits any more is dropped quietly. */
function untilAborted<T>(result: Promise<T>, signals: AbortSignal[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new DOMException("The utterance was dropped.", "AbortError"));
    if (signals.some((signal) => signal.aborted)) return abort();
    for (const signal of signals) signal.addEventListener("abort", abort, { once: true });
    const done = () => {
      for (const signal of signals) signal.removeEventListener("abort", abort);
    };
    result.then(
      (value) => (done(), resolve(value)),
      (error: unknown) => (done(), reject(error instanceof Error ? error : new Error(String(error)))),
    );
  });
}
