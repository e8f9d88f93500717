import type { Model } from "../speech/types";
import { replyParser, type ReplyPiece } from "./engine";
import type { AskModel } from "./branch";

export interface ModelListener {
  routed(choice: number | null): void;
  replied(text: string): void;
  failed(message: string): void;
}

/** Milliseconds. */
const FIRST_PIECE_MS = 8_000;
const WHOLE_REPLY_MS = 45_000;
const ATTEMPTS = 2;

/**
 * One request to the language model. Its stream is read once; the marker becomes `routed`, the words after it go to whoever
 * reads `text`, and the end becomes `replied`. Asked a second time when nothing came back at first.
 */
export class ModelRequest {
  done = false;
  private readonly abortion = new AbortController();
  private readonly pieces: string[] = [];
  private ended = false;
  private wake: () => void = () => {};
  /** When the first words came, on the clock of `performance.now()`. */
  firstPieceAt: number | null = null;

  constructor(
    private readonly model: Model | null,
    private readonly effect: AskModel,
    private readonly listener: ModelListener,
  ) {
    void this.run();
  }

  abort(): void {
    this.abortion.abort();
    this.end();
  }

  /** The speech in it, as it comes, without the marker. For one reader. */
  async *text(): AsyncIterable<string> {
    for (let i = 0; ; i++) {
      while (i >= this.pieces.length && !this.ended) await new Promise<void>((resolve) => (this.wake = resolve));
      if (i >= this.pieces.length) return;
      yield this.pieces[i] as string;
    }
  }

  private async run(): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        await this.read();
        return;
      } catch (error) {
        if (this.abortion.signal.aborted) return;
        // Half a reply was heard already: it cannot be said again from the start.
        if (attempt === ATTEMPTS || this.firstPieceAt !== null) {
          this.end();
          this.listener.failed(error instanceof Error ? error.message : "the language model did not answer");
          return;
        }
      }
    }
  }

  private async read(): Promise<void> {
    const parser = replyParser(this.effect.mode);
    if (!this.model) throw new Error("this flow has no language model");
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    this.abortion.signal.addEventListener("abort", stop);
    let timer = setTimeout(stop, FIRST_PIECE_MS);
    try {
      for await (const piece of this.model.reply(this.effect.messages, { signal: attempt.signal, ...(this.effect.model?.temperature === undefined ? {} : { temperature: this.effect.model.temperature }) })) {
        if (this.abortion.signal.aborted) return;
        if (this.firstPieceAt === null) {
          this.firstPieceAt = performance.now();
          clearTimeout(timer);
          timer = setTimeout(stop, WHOLE_REPLY_MS);
        }
        this.take(parser.feed(piece));
      }
      if (this.abortion.signal.aborted) return;
      if (attempt.signal.aborted) throw new Error("the language model did not answer in time");
      this.take(parser.end());
    } finally {
      clearTimeout(timer);
      this.abortion.signal.removeEventListener("abort", stop);
    }
    this.end();
    this.listener.replied(this.pieces.join("").trim());
  }

  private take(piece: ReplyPiece): void {
    if (piece.choice !== undefined) this.listener.routed(piece.choice);
    if (!piece.speech) return;
    this.pieces.push(piece.speech);
    this.wake();
  }

  private end(): void {
    this.done = true;
    this.ended = true;
    this.wake();
  }
}
