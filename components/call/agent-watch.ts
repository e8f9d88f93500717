/** How long to wait, in milliseconds, and how often to ask. */
export const AGENT_WATCH = {
  /** After the caller is connected and no agent is in the room. */
  firstPickUpMs: 4000,
  /** After an agent left without saying goodbye; short, because the room may be closing. */
  lostMs: 1200,
  /** Between two requests for another agent. */
  againMs: 6000,
  /** Then the caller is told that nobody comes. */
  attempts: 6,
} as const;

export interface AgentWatchHandlers {
  /** Nobody there: tell the caller and ask the server for an agent. `lost`: there was one before. */
  onMissing(lost: boolean, attempt: number): void;
  onGivenUp(): void;
}

/** Watches whether an agent is in the room. Told of comings and goings; keeps the clock. */
export class AgentWatch {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private attempt = 0;
  private seen = false;

  constructor(private readonly handlers: AgentWatchHandlers) {}

  /** The caller is in the room and no agent is (yet). */
  connected(): void {
    this.wait(AGENT_WATCH.firstPickUpMs);
  }

  arrived(): void {
    this.seen = true;
    this.attempt = 0;
    this.stop();
  }

  left(): void {
    this.wait(AGENT_WATCH.lostMs);
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private wait(ms: number): void {
    this.stop();
    this.timer = setTimeout(() => {
      this.attempt += 1;
      if (this.attempt > AGENT_WATCH.attempts) {
        this.timer = null;
        this.handlers.onGivenUp();
        return;
      }
      this.wait(AGENT_WATCH.againMs);
      this.handlers.onMissing(this.seen, this.attempt);
    }, ms);
  }
}
