import type { Expectation } from "@/lib/flow/engine/expectation";
import type { Recogniser, Recognition, Utterance } from "../speech/types";
import type { Ears } from "./ears";

/** What an utterance came to at one pause. */
export interface Heard {
  utterance: number;
  version: number;
  recognition: Recognition;
  /** When recognition began and ended, on the driver's clock in ms. */
  from: number;
  to: number;
}

/** The caller's utterance that is open now, and the recogniser behind it. */
export class Hearing {
  private open: { number: number; utterance: Utterance; abort: AbortController } | null = null;
  private announced: Expectation | null = null;

  constructor(
    private readonly recogniser: Recogniser,
    private readonly ears: Pick<Ears, "open" | "close">,
    private readonly clock: () => number,
    private readonly onProblem: (message: string) => void,
  ) {}

  begin(number: number): void {
    this.end();
    const utterance = this.recogniser.open();
    this.open = { number, utterance, abort: new AbortController() };
    this.ears.open(utterance);
  }

  /** Recognises what there is so far. A failing recogniser counts as "not understood"; null: the utterance is gone. */
  async recognise(number: number, version: number): Promise<Heard | null> {
    const open = this.open;
    if (!open || open.number !== number) return null;
    const from = this.clock();
    let recognition: Recognition;
    try {
      recognition = await open.utterance.recognise(open.abort.signal);
    } catch (error) {
      if (open.abort.signal.aborted) return null;
      this.onProblem(error instanceof Error ? error.message : "the recogniser failed");
      recognition = { accepted: false, text: "", ms: this.clock() - from };
    }
    return this.open === open ? { utterance: number, version, recognition, from, to: this.clock() } : null;
  }

  /** Forgets the utterance; what was announced meanwhile comes into force. */
  end(): void {
    const open = this.open;
    this.open = null;
    if (!open) return;
    open.abort.abort();
    this.ears.close();
    open.utterance.close();
    if (this.announced) this.announce(this.announced);
  }

  /** What may be said next. Takes effect between utterances. */
  expect(expectation: Expectation): void {
    if (this.open) this.announced = expectation;
    else this.announce(expectation);
  }

  private announce(expectation: Expectation): void {
    this.announced = null;
    this.recogniser.expect(expectation).catch((error: unknown) => this.onProblem(error instanceof Error ? error.message : "the recogniser failed"));
  }
}
