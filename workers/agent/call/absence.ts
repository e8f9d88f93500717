/** Waits for somebody who is not there. */
export class Absence {
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly onGone: () => void) {}

  wait(ms: number): void {
    this.back();
    this.timer = setTimeout(this.onGone, ms);
  }

  back(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
