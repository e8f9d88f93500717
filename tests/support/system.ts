import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { once } from "node:events";

/** A whole running Parley, started as a user starts it: `npm start`'s script with its own PORT and PARLEY_DATA. */
export interface System {
  url: string;
  data: string;
  process: ChildProcess;
  /** Every line that it printed so far. */
  lines: string[];
  /** Resolves with the first line, past or future, that matches; rejects with the output when the process ends first. */
  line(pattern: RegExp, timeoutMs?: number): Promise<string>;
  /** SIGTERM, then waits for the exit; answers the exit code. */
  stop(): Promise<number | null>;
  /** What `npm start` notes of itself for tools: process ids, database URL, … */
  runtime(): { databaseUrl: string; url: string; pids: Record<string, number> };
}

/** A TCP port that nobody has right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** Starts a system and waits until it says that it is ready. `data` keeps a data directory over several starts. */
export async function startSystem(options: { port?: number; data?: string; env?: Record<string, string>; readyWithinMs?: number } = {}): Promise<System> {
  const port = options.port ?? (await freePort());
  const data = options.data ?? mkdtempSync(join(tmpdir(), "parley-test-"));
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, PORT: String(port), PARLEY_DATA: data, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const waiting = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      if (process.env.PARLEY_TEST_VERBOSE) console.log(`[${port}] ${line}`);
      for (const look of waiting) look(line);
    });
  }
  const system: System = {
    url: `http://localhost:${port}`,
    data,
    process: child,
    lines,
    line(pattern, timeoutMs = 30_000) {
      const found = lines.find((line) => pattern.test(line));
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const done = (act: () => void) => {
          waiting.delete(look);
          clearTimeout(timer);
          child.off("exit", gone);
          act();
        };
        const look = (line: string) => { if (pattern.test(line)) done(() => resolve(line)); };
        const said = (why: string) => new Error(`${why} (waited for ${pattern})\n${lines.slice(-60).join("\n")}`);
        const gone = (code: number | null) => done(() => reject(said(`Parley ended with ${code}`)));
        const timer = setTimeout(() => done(() => reject(said(`Not said within ${timeoutMs} ms`))), timeoutMs);
        waiting.add(look);
        child.on("exit", gone);
      });
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      if (!options.data) rmSync(data, { recursive: true, force: true });
      return child.exitCode;
    },
    runtime() {
      return JSON.parse(readFileSync(join(data, "runtime.json"), "utf8"));
    },
  };
  try {
    await system.line(/^Parley is ready at /, options.readyWithinMs ?? 900_000);
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
  return system;
}
