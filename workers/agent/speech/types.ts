import type { Expectation } from "@/lib/speech/expectation";

/**
 * What the call loop needs of a recogniser, a voice and a model, whoever provides them. All sound is mono, 16 bits a
 * sample. Nothing here throws for what a caller says; promises are rejected when a provider fails (a `SpeechError`).
 */
export interface Sound {
  pcm: Int16Array;
  /** Samples a second. */
  sampleRate: number;
}

/** One recogniser serves one call: `expect` and `open` are not meant for several callers at once. */
export interface Recogniser {
  /** True when it only understands what `expect` has announced. */
  readonly needsGrammar: boolean;
  /** Loads models or connections; resolves when `open` will answer at full speed. */
  start(): Promise<void>;
  /** Announces what the caller may say next. Call it on every change of node; equal expectations cost nothing. */
  expect(expectation: Expectation): Promise<void>;
  /** Begins an utterance: at the first sign of speech, including the VAD's padding of 200 ms or so before it. */
  open(): Utterance;
  stop(): Promise<void>;
}

/** The words of one turn of the caller while they arrive. */
export interface Utterance {
  /** Appends sound in order, in pieces of any length. Cheap: the work is done elsewhere. */
  push(sound: Sound): void;
  /**
   * Recognises everything pushed so far. Call it at the first pause to speculate, and again when more was pushed; with
   * nothing pushed in between the same answer comes back at no cost.
   */
  recognise(signal?: AbortSignal): Promise<Recognition>;
  /** Called with what it sounds like so far, while speech comes in. Only some recognisers do this. */
  onPartial?: (text: string) => void;
  /** Drops the utterance; a running `recognise` is rejected with an `AbortError`. */
  close(): void;
}

export interface Recognition {
  /** False: somebody spoke, but nothing that was expected (nobody spoke: true, with no text). Show "not understood" and take `otherwise`. */
  accepted: boolean;
  /** What was said, "" when not accepted. */
  text: string;
  /** For the trace: the nearest expected words when not accepted. */
  guess?: string;
  /** For the trace: how much worse the expected words fit than any sounds at all; nearer to 0 is surer. Local only. */
  gap?: number;
  /** How long this answer took after `recognise` was called, in ms. */
  ms: number;
}

export interface Voice {
  /** Same provider, voice and settings give the same id: the first half of a cache key. */
  readonly id: string;
  /** Of the frames that `synthesize` gives. */
  readonly sampleRate: number;
  start(): Promise<void>;
  /** Speaks one text; frames of any length arrive as they are made. Ends early, without an error, when `signal` aborts. */
  synthesize(text: string, signal?: AbortSignal): AsyncIterable<Sound>;
  stop(): Promise<void>;
}

export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

export interface ModelOptions {
  signal?: AbortSignal;
  temperature?: number;
  maxTokens?: number;
}

export interface Model {
  /** The reply in pieces of text as they are written. Ends early, without an error, when `signal` aborts. */
  reply(messages: ChatMessage[], options?: ModelOptions): AsyncIterable<string>;
}

/** A provider did not do its part. `message` is fit for the user; it holds no key and nothing the caller said. */
export class SpeechError extends Error {
  override name = "SpeechError";
  constructor(
    message: string,
    readonly part: "recogniser" | "voice" | "model",
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
