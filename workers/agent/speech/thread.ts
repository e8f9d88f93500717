import { parentPort, type TransferListItem, type Worker } from "node:worker_threads";
import { startWorker } from "./worker-url";

type Question = { id: number; method: string; payload: unknown };
type Answer = { id: number; result?: unknown; error?: string };

/** What a thread's program offers: one function a question. A function may be slow; others wait their turn. */
export type Handlers = Record<string, (payload: never) => unknown>;

/** A result whose buffers move to the asker without a copy. */
export class Moved<T> {
  constructor(
    readonly value: T,
    readonly transfer: TransferListItem[],
  ) {}
}

/** Answers the questions of the `Thread` that started this program, one after another. */
export function serve(handlers: Handlers): void {
  const port = parentPort;
  if (!port) throw new Error("This program only runs as a worker thread.");
  let turn: Promise<void> = Promise.resolve();
  port.on("message", ({ id, method, payload }: Question) => {
    turn = turn.then(async () => {
      try {
        const result = await handlers[method]?.(payload as never);
        if (result instanceof Moved) port.postMessage({ id, result: result.value } satisfies Answer, result.transfer);
        else port.postMessage({ id, result } satisfies Answer);
      } catch (error) {
        port.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies Answer);
      }
    });
  });
}

/**
 * A worker thread that answers questions. If it dies, everything asked of it fails and the next question starts a new
 * one, after `prepare` has been done again: one utterance that kills it must not end the call.
 */
export class Thread {
  #worker: Worker | null = null;
  #pending = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #nextId = 1;
  #ready: Promise<void> | null = null;
  #stopped = false;

  constructor(
    private readonly name: string,
    private readonly prepare: (ask: Thread["ask"]) => Promise<unknown> = async () => undefined,
  ) {}

  /** Starts the thread if it does not run, and prepares it. */
  start(): Promise<void> {
    if (this.#stopped) return Promise.reject(new Error(`The ${this.name} thread was stopped.`));
    this.#ready ??= this.#launch();
    return this.#ready;
  }

  /** Asks once the thread is ready. Rejects with the thread's own error, or when it dies. */
  async call<T>(method: string, payload?: unknown, transfer: TransferListItem[] = []): Promise<T> {
    await this.start();
    return this.ask<T>(method, payload, transfer);
  }

  /** Ends the thread; open questions are rejected. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const worker = this.#worker;
    this.#forget(new Error(`The ${this.name} thread was stopped.`));
    await worker?.terminate();
  }

  async #launch(): Promise<void> {
    // A job child of LiveKit holds secrets in its environment that a recogniser has no use for.
    const worker = startWorker(this.name, { env: { NODE_ENV: process.env.NODE_ENV }, name: this.name });
    this.#worker = worker;
    worker.unref();
    worker.on("message", (answer: Answer) => this.#settle(answer));
    const died = (error: Error) => {
      if (this.#worker === worker) this.#forget(error);
    };
    worker.on("error", died);
    worker.on("exit", (code) => died(new Error(`The ${this.name} thread ended with code ${code}.`)));
    try {
      await this.prepare((method, payload, transfer) => this.ask(method, payload, transfer));
    } catch (error) {
      if (this.#worker === worker) this.#forget(error as Error);
      void worker.terminate();
      throw error;
    }
  }

  ask<T>(method: string, payload?: unknown, transfer: TransferListItem[] = []): Promise<T> {
    const worker = this.#worker;
    if (!worker) return Promise.reject(new Error(`The ${this.name} thread does not run.`));
    return new Promise<T>((resolve, reject) => {
      const id = this.#nextId++;
      this.#pending.set(id, { resolve: resolve as (result: unknown) => void, reject });
      // While an answer is awaited the thread keeps the process alive; idle it does not.
      worker.ref();
      worker.postMessage({ id, method, payload } satisfies Question, transfer);
    });
  }

  #settle({ id, result, error }: Answer): void {
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    if (this.#pending.size === 0) this.#worker?.unref();
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error));
  }

  #forget(error: Error): void {
    this.#worker = null;
    this.#ready = null;
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}
