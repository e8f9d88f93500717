/**
 * Tells when the caller has been silent for so many seconds, counted from the moment the agent fell silent or the caller
 * was last heard. Stands still while either of them speaks.
 */
export class SilenceClock {
  private times: number[] = [];
  private since: number | null = null;
  private timer: NodeJS.Timeout | null = null;
  /** Already told since the count began. */
  private told = 0;
  private held = false;

  constructor(
    private readonly onSilent: (seconds: number) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** New times, in seconds; the count goes on from where it is. */
  arm(seconds: readonly number[]): void {
    this.times = [...seconds].sort((a, b) => a - b);
    this.schedule();
  }

  /** Nobody speaks from now on. After `hold` the count goes on as if nothing had been. */
  quiet(): void {
    if (this.since === null) {
      this.since = this.now();
      this.told = 0;
    }
    this.held = false;
    this.schedule();
  }

  /** Perhaps somebody speaks: nothing is told until it is known. */
  hold(): void {
    this.held = true;
    this.schedule();
  }

  /** Somebody speaks, or the caller did something: the count begins anew at the next `quiet`. */
  busy(): void {
    this.since = null;
    this.held = false;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  stop(): void {
    this.times = [];
    this.busy();
  }

  private schedule(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const next = this.times.find((seconds) => seconds > this.told);
    if (next === undefined || this.since === null || this.held) return;
    const wait = Math.max(0, this.since + next * 1000 - this.now());
    this.timer = setTimeout(() => {
      this.told = next;
      this.onSilent(next);
      this.schedule();
    }, wait);
  }
}
