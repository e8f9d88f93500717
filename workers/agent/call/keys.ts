/** Keys that could still grow into a longer sequence wait so long for the next one, in ms. */
export const BETWEEN_KEYS_MS = 2_000;

/** Collects keys until they are a sequence that means something where the call is. */
export class Keys {
  private buffer = "";
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly judge: (keys: string) => "complete" | "wait" | "none",
    private readonly onKeys: (keys: string) => void,
    private readonly betweenMs: number = BETWEEN_KEYS_MS,
  ) {}

  press(keys: string): void {
    for (const key of keys) {
      this.buffer += key;
      if (this.timer) clearTimeout(this.timer);
      this.timer = null;
      if (this.judge(this.buffer) === "wait") this.timer = setTimeout(() => this.send(), this.betweenMs);
      else this.send();
    }
  }

  clear(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.buffer = "";
  }

  private send(): void {
    const keys = this.buffer;
    this.clear();
    this.onKeys(keys);
  }
}
