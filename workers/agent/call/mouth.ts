import { heardText, type GrowingSound } from "./sound";

/** Where sound goes: LiveKit's AudioSource, or a recorder in a test. */
export interface AudioSink {
  readonly sampleRate: number;
  /** Takes one piece of 10 ms; resolves when there is room for the next. */
  capture(pcm: Int16Array): Promise<void>;
  /** Throws away what was taken and is not played yet. */
  clear(): void;
  /** Milliseconds taken but not played yet. */
  queuedMs(): number;
  /** Resolves when everything taken was played. */
  drained(): Promise<void>;
}

export interface Speech {
  id: string;
  node: string;
  sound: GrowingSound;
  /** Everything that is to be said, as far as it is known. */
  text: () => string;
  /** Stops whatever is still making the sound. */
  abort: () => void;
}

export interface MouthListener {
  started(speech: Speech): void;
  /** `heard`: the words that were played. */
  ended(speech: Speech, heard: string, interrupted: boolean): void;
  /** Everything was said. */
  idle(): void;
  /** A speech has more words played; for captions. */
  progress?(speech: Speech, heard: string): void;
}

const PIECE_MS = 10;
/** After a false interruption the agent goes on a little before the place where it stopped. */
const REWIND_MS = 250;
const PROGRESS_MS = 120;

interface Item {
  speech: Speech;
  position: number;
  started: boolean;
  lastProgress: number;
}

/** Says speeches one after another, and always knows how much of them was heard. */
export class Mouth {
  private queue: Item[] = [];
  private paused = false;
  private closed = false;
  private wake: () => void = () => {};
  /** Raised by everything that changes the queue from outside: what the pump was waiting for is then out of date. */
  private generation = 0;

  constructor(
    private readonly sink: AudioSink,
    private readonly listener: MouthListener,
  ) {
    void this.pump();
  }

  /** True while something is being said or waits to be. */
  get busy(): boolean {
    return this.queue.length > 0;
  }
  get speaking(): boolean {
    return !this.paused && this.queue[0]?.started === true;
  }

  say(speech: Speech): void {
    this.queue.push({ speech, position: 0, started: false, lastProgress: 0 });
    this.wake();
  }

  /** Silence at once. What was being said is remembered for `resume` or `discard`. */
  pause(): void {
    if (this.paused) return;
    this.paused = true;
    const item = this.queue[0];
    if (item) item.position = this.playedPosition(item);
    this.sink.clear();
    this.generation += 1;
    this.wake();
  }

  resume(): void {
    if (!this.paused) return;
    this.paused = false;
    const item = this.queue[0];
    if (item) item.position = Math.max(0, item.position - (REWIND_MS / 1000) * item.speech.sound.sampleRate);
    this.generation += 1;
    this.wake();
  }

  /** What was heard of each speech that is not finished, as it stands now; for telling the engine before `discard`. */
  unfinished(): { speech: Speech; heard: string }[] {
    return this.queue.map((item) => ({ speech: item.speech, heard: item.started ? heardText(item.speech.sound, this.playedPosition(item)) : "" }));
  }

  /** Throws everything away; each speech that had begun ends as interrupted. Does not call `idle`. */
  discard(): void {
    const items = this.queue;
    const heard = this.unfinished();
    this.queue = [];
    this.sink.clear();
    this.paused = false;
    this.generation += 1;
    items.forEach((item, i) => {
      item.speech.abort();
      if (item.started) this.listener.ended(item.speech, heard[i]?.heard ?? "", true);
    });
    this.wake();
  }

  /** Takes back speeches of which nothing was played. */
  takeBack(speeches: ReadonlySet<Speech>): void {
    this.queue = this.queue.filter((item) => {
      if (item.started || !speeches.has(item.speech)) return true;
      item.speech.abort();
      return false;
    });
    this.generation += 1;
    this.wake();
  }

  close(): void {
    this.closed = true;
    this.discard();
  }

  private async pump(): Promise<void> {
    while (!this.closed) {
      const item = this.queue[0];
      if (!item || this.paused) {
        await new Promise<void>((resolve) => (this.wake = resolve));
        continue;
      }
      await this.play(item, this.generation);
    }
  }

  /** Plays until the speech ends or something from outside changed the queue. */
  private async play(item: Item, generation: number): Promise<void> {
    const { speech } = item;
    const size = Math.round((PIECE_MS / 1000) * speech.sound.sampleRate);
    while (generation === this.generation && !this.closed) {
      const piece = speech.sound.read(item.position, size);
      if (piece.length === size || (piece.length > 0 && speech.sound.done)) {
        if (!item.started) {
          item.started = true;
          this.listener.started(speech);
          if (generation !== this.generation) return;
        }
        item.position += piece.length;
        await this.sink.capture(piece.length === size ? piece : padded(piece, size)).catch(() => undefined);
        this.reportProgress(item);
        continue;
      }
      if (speech.sound.done) return this.finish(item, generation);
      // Outside changes (a barge-in) must get through even when the voice never answers.
      await Promise.race([speech.sound.more(item.position + piece.length), new Promise<void>((resolve) => (this.wake = resolve))]);
    }
  }

  private async finish(item: Item, generation: number): Promise<void> {
    await this.sink.drained();
    if (generation !== this.generation) return;
    this.queue.shift();
    const { sound, text } = item.speech;
    this.listener.ended(item.speech, !item.started ? "" : sound.error ? heardText(sound, sound.length) : text(), false);
    if (this.queue.length === 0) this.listener.idle();
  }

  private reportProgress(item: Item): void {
    if (!this.listener.progress) return;
    const played = (item.position / item.speech.sound.sampleRate) * 1000;
    if (played - item.lastProgress < PROGRESS_MS) return;
    item.lastProgress = played;
    this.listener.progress(item.speech, heardText(item.speech.sound, this.playedPosition(item)));
  }

  private playedPosition(item: Item): number {
    if (this.paused) return item.position;
    return Math.max(0, item.position - Math.round((this.sink.queuedMs() / 1000) * item.speech.sound.sampleRate));
  }
}

function padded(piece: Int16Array, size: number): Int16Array {
  const out = new Int16Array(size);
  out.set(piece);
  return out;
}
