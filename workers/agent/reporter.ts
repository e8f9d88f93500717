import type { CallEvent, EventReceipt } from "@/lib/calls/protocol";
import { Refused } from "./app-client";
import type { Spool } from "./spool";

type WithoutNumber<E> = E extends CallEvent ? Omit<E, "seq" | "at"> : never;
/** A call event before it has its number and time. */
export type NewCallEvent = WithoutNumber<CallEvent>;

export interface ReporterOptions {
  nextSeq: number;
  spool: Pick<Spool, "append" | "touch" | "remove">;
  send: (events: CallEvent[]) => Promise<EventReceipt>;
  /** The app says that this job must stop. Called once. */
  onStop: (why: "ended" | "taken_over") => void;
  heartbeatMs?: number;
  now?: () => Date;
}

const BATCH = 200;
const GATHER_MS = 30;
const RETRY_MS = [250, 500, 1_000, 2_000, 4_000] as const;

/**
 * Numbers a call's events, writes them to the spool at once and sends them to the app, in order, until it has them. While
 * the app is away the call goes on; nothing here ever throws into the call.
 */
export class Reporter {
  private readonly unsent: CallEvent[] = [];
  private seq: number;
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> | null = null;
  private failures = 0;
  private stopped = false;
  private closing = false;
  private told = false;
  private readonly touching: NodeJS.Timeout;
  private readonly heartbeatMs: number;
  private readonly now: () => Date;

  constructor(private readonly options: ReporterOptions) {
    this.seq = options.nextSeq;
    this.heartbeatMs = options.heartbeatMs ?? 2_000;
    this.now = options.now ?? (() => new Date());
    this.schedule(0);
    // Apart from sending, which may take long when the app is in trouble.
    this.touching = setInterval(() => this.options.spool.touch(), 1_000);
    this.touching.unref();
  }

  /** @param at when it happened, if not now */
  add(event: NewCallEvent, at: Date = this.now()): void {
    if (this.stopped || this.closing) return;
    const numbered = { ...event, seq: this.seq++, at: at.toISOString() } as CallEvent;
    try {
      this.options.spool.append(numbered);
    } catch {
      // A full disk must not end the call; the event is still in memory and is sent.
    }
    this.unsent.push(numbered);
    if (!this.sending && this.failures === 0) this.schedule(GATHER_MS);
  }

  /**
   * Sends what is left.
   * @returns true when the app has everything (the spool is gone); otherwise the spool stays for the main process to deliver
   */
  async close(deadlineMs: number): Promise<boolean> {
    this.closing = true;
    const deadline = Date.now() + deadlineMs;
    while (this.unsent.length > 0 && !this.stopped && Date.now() < deadline) {
      await Promise.race([this.flush(), wait(deadline - Date.now())]);
      if (this.unsent.length > 0 && this.failures > 0) await wait(Math.min(250, Math.max(0, deadline - Date.now())));
    }
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    clearInterval(this.touching);
    const done = this.unsent.length === 0 || this.stopped;
    this.stopped = true;
    if (done) this.options.spool.remove();
    return done;
  }

  private schedule(ms: number): void {
    if (this.timer) clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private flush(): Promise<void> {
    this.sending ??= this.sendOnce().finally(() => {
      this.sending = null;
      if (this.stopped || this.closing) return;
      const retry = RETRY_MS[Math.min(this.failures, RETRY_MS.length) - 1];
      this.schedule(retry ?? (this.unsent.length > 0 ? 0 : this.heartbeatMs));
    });
    return this.sending;
  }

  private async sendOnce(): Promise<void> {
    try {
      const receipt = await this.options.send(this.unsent.slice(0, BATCH));
      this.failures = 0;
      while (this.unsent[0] && this.unsent[0].seq < receipt.nextSeq) this.unsent.shift();
      if (receipt.stop) this.stop(receipt.stop);
    } catch (error) {
      if (error instanceof Refused) this.stop("taken_over");
      else this.failures += 1;
    }
  }

  private stop(why: "ended" | "taken_over"): void {
    if (this.stopped) return;
    // Ended by the app: the last events may still come. Taken over: our numbers would collide with the successor's.
    if (why === "taken_over") this.stopped = true;
    if (this.closing || this.told) return;
    this.told = true;
    this.options.onStop(why);
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms)));
