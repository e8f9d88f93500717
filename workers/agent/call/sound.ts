/** A stretch of speech inside a sound: which words it says and where, in samples. */
export interface Segment {
  text: string;
  from: number;
  /** Null while it is still being made. */
  to: number | null;
}

/**
 * Sound that may still be growing, with the words that belong to it. Whoever makes it appends; the mouth reads. All
 * positions are in samples at `sampleRate`.
 */
export class GrowingSound {
  readonly segments: Segment[] = [];
  private chunks: Int16Array[] = [];
  private starts: number[] = [];
  private total = 0;
  private finished = false;
  private failure: Error | null = null;
  private waiters: (() => void)[] = [];

  constructor(readonly sampleRate: number) {}

  get length(): number {
    return this.total;
  }
  get done(): boolean {
    return this.finished;
  }
  /** Why it ended too early; what there is can still be played. */
  get error(): Error | null {
    return this.failure;
  }

  /** Begins the next stretch of words; the one before it ends here. */
  beginSegment(text: string): void {
    this.endSegment();
    this.segments.push({ text, from: this.total, to: null });
    this.wake();
  }

  append(pcm: Int16Array): void {
    if (pcm.length === 0 || this.finished) return;
    this.chunks.push(pcm);
    this.starts.push(this.total);
    this.total += pcm.length;
    this.wake();
  }

  finish(error: Error | null = null): void {
    if (this.finished) return;
    this.endSegment();
    this.finished = true;
    this.failure = error;
    this.wake();
  }

  /** Up to `count` samples from `position`; empty when there are none (yet). */
  read(position: number, count: number): Int16Array {
    const available = Math.min(count, this.total - position);
    if (available <= 0) return new Int16Array(0);
    let i = this.starts.length - 1;
    while (i > 0 && (this.starts[i] ?? 0) > position) i--;
    const out = new Int16Array(available);
    for (let filled = 0; filled < available; i++) {
      const chunk = this.chunks[i] as Int16Array;
      const offset = position + filled - (this.starts[i] as number);
      const part = chunk.subarray(offset, offset + available - filled);
      out.set(part, filled);
      filled += part.length;
    }
    return out;
  }

  /** Resolves when there is more than `position`, or there never will be. */
  async more(position: number): Promise<void> {
    while (this.total <= position && !this.finished) await new Promise<void>((resolve) => this.waiters.push(resolve));
  }

  private endSegment(): void {
    const last = this.segments.at(-1);
    if (last && last.to === null) last.to = this.total;
  }

  private wake(): void {
    const waiting = this.waiters;
    this.waiters = [];
    for (const resolve of waiting) resolve();
  }
}

/**
 * The words heard when `position` samples were played. Inside a segment, words are spread over the sound by their letters;
 * a word counts when most of it was heard.
 */
export function heardText(sound: Pick<GrowingSound, "segments" | "length" | "sampleRate">, position: number): string {
  const heard: string[] = [];
  for (const segment of sound.segments) {
    const end = segment.to ?? Math.max(sound.length, segment.from + estimate(segment.text, sound.sampleRate));
    if (position >= end) {
      heard.push(segment.text);
      continue;
    }
    if (position > segment.from) heard.push(wordsUntil(segment.text, (position - segment.from) / Math.max(1, end - segment.from)));
    break;
  }
  return heard.filter((text) => text !== "").join(" ");
}

/** People hear about 15 letters a second. */
const estimate = (text: string, sampleRate: number) => (text.length / 15) * sampleRate;

function wordsUntil(text: string, share: number): string {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const weights = words.map((word) => word.length + 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  let count = 0;
  for (const weight of weights) {
    if ((passed + weight * 0.7) / total > share) break;
    passed += weight;
    count += 1;
  }
  return words.slice(0, count).join(" ");
}
