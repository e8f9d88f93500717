import pg from "pg";
import { databaseUrl } from "./index";

/**
 * One connection per process that hears PostgreSQL's notifications. It is a hint that something changed: when the connection
 * is lost, watchers still look by themselves every now and then.
 */
class Listener {
  private readonly waiting = new Map<string, Set<() => void>>();
  private connected = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(private readonly channel: string) {}

  /** Calls `wake` whenever `payload` was notified, until the returned function is called. */
  on(payload: string, wake: () => void): () => void {
    const set = this.waiting.get(payload) ?? new Set();
    this.waiting.set(payload, set.add(wake));
    void this.connect();
    return () => {
      set.delete(wake);
      if (set.size === 0) this.waiting.delete(payload);
    };
  }

  private async connect(): Promise<void> {
    if (this.connected) return;
    this.connected = true;
    const client = new pg.Client({ connectionString: databaseUrl(), connectionTimeoutMillis: 4000, keepAlive: true });
    client.on("notification", (message) => this.waiting.get(message.payload ?? "")?.forEach((wake) => wake()));
    client.on("error", () => this.lost(client));
    client.on("end", () => this.lost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
      // Whatever was notified before this moment was missed.
      for (const wakers of this.waiting.values()) for (const wake of wakers) wake();
    } catch {
      this.lost(client);
    }
  }

  private lost(client: pg.Client): void {
    if (this.retry) return;
    client.end().catch(() => {});
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.connected = false;
      if (this.waiting.size > 0) void this.connect();
    }, 1000);
    this.retry.unref();
  }
}

const globalForListener = globalThis as unknown as { parleyListener?: Listener };

/** Wakes when the call with this id has changed. */
export function onCallChanged(callId: string, wake: () => void): () => void {
  return (globalForListener.parleyListener ??= new Listener("parley_call")).on(callId, wake);
}
