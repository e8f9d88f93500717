import type { Utterance } from "../speech/types";

/** 16 kHz mono, in windows of 512 samples: what the voice activity detector takes. */
export const EARS_RATE = 16_000;
export const WINDOW = 512;
export const WINDOW_MS = (WINDOW / EARS_RATE) * 1000;
/** Sound from before the first sign of speech that the recogniser gets too: soft beginnings are not voiced yet. */
const PRE_ROLL_MS = 400;

/** The detector lags behind at the end of words. Sound so far below the utterance's loudest is silence, whatever it says. */
const SILENT_SHARE = 0.02;
/** The loudest moment is forgotten by this factor each window: half after about a second. */
const FORGET = 0.98;

export interface VoiceDetector {
  /** Probability of speech in exactly `WINDOW` samples. */
  predict(pcm: Int16Array): Promise<number>;
  reset(): void;
}

export interface EarsListener {
  /** A window was judged. `at`: when its last sample arrived, in ms of the driver's clock. */
  voice(at: number, probability: number): void;
}

/**
 * Cuts the caller's sound into windows, has them judged in order, and keeps the last moments for utterances that begin
 * with them. Sound that is pushed while an utterance is open goes to it as well.
 */
export class Ears {
  private pending = new Int16Array(WINDOW);
  private filled = 0;
  private readonly recent: Int16Array[] = [];
  private utterance: Utterance | null = null;
  private judging: Promise<void> = Promise.resolve();
  private waiting = 0;
  private loudest = 0;

  constructor(
    private readonly detector: VoiceDetector,
    private readonly listener: EarsListener,
  ) {}

  /** @param at when the last of these samples arrived */
  push(pcm: Int16Array, at: number): void {
    let offset = 0;
    while (offset < pcm.length) {
      const count = Math.min(WINDOW - this.filled, pcm.length - offset);
      this.pending.set(pcm.subarray(offset, offset + count), this.filled);
      this.filled += count;
      offset += count;
      if (this.filled < WINDOW) return;
      const window = this.pending;
      this.pending = new Int16Array(WINDOW);
      this.filled = 0;
      this.take(window, at - ((pcm.length - offset) / EARS_RATE) * 1000);
    }
  }

  /** Begins to collect for `utterance`, starting a little before now. */
  open(utterance: Utterance): void {
    this.utterance = utterance;
    for (const window of this.recent) utterance.push({ pcm: window, sampleRate: EARS_RATE });
  }

  close(): void {
    this.utterance = null;
  }

  private take(window: Int16Array, at: number): void {
    this.recent.push(window);
    if (this.recent.length > Math.ceil(PRE_ROLL_MS / WINDOW_MS)) this.recent.shift();
    this.utterance?.push({ pcm: window, sampleRate: EARS_RATE });
    this.waiting += 1;
    this.judging = this.judging.then(async () => {
      const probability = await this.detector.predict(window).catch(() => 0);
      this.waiting -= 1;
      this.listener.voice(at, this.sounds(window, probability) ? probability : 0);
    });
  }

  /** False when the window is so quiet that the detector only remembers speech. */
  private sounds(window: Int16Array, probability: number): boolean {
    let sum = 0;
    for (const sample of window) sum += sample * sample;
    const level = Math.sqrt(sum / WINDOW);
    this.loudest *= FORGET;
    if (probability > 0.5) this.loudest = Math.max(this.loudest, level);
    return level >= this.loudest * SILENT_SHARE;
  }

  /** Windows that arrived and are not judged yet; more than a few means that the machine is too slow. */
  get behind(): number {
    return this.waiting;
  }
}
