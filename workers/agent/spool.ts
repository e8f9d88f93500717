import { appendFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CallEvent } from "@/lib/calls/protocol";

/** First line of a spool file: whose events follow and how to deliver them. */
export interface SpoolHeader {
  callId: string;
  token: string;
  attempt: number;
}

/**
 * The events of one call on this machine's disk until the app has them, one JSON a line. Written at once, so that even a
 * process that is killed loses nothing that it has reported. Readable for this user only: the token is in it.
 */
export class Spool {
  private constructor(private readonly file: string) {}

  static create(directory: string, header: SpoolHeader): Spool {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const spool = new Spool(spoolFile(directory, header.callId, header.attempt));
    writeFileSync(spool.file, `${JSON.stringify(header)}\n`, { mode: 0o600 });
    return spool;
  }

  append(event: CallEvent): void {
    appendFileSync(this.file, `${JSON.stringify(event)}\n`);
  }

  /** Says that the owner is alive; `abandonedSpools` leaves it alone then. */
  touch(now: Date = new Date()): void {
    // A fresh file whose owner is alive is left alone by everybody else.
    try {
      utimesSync(this.file, now, now);
    } catch {
      // Gone: delivered by somebody else, which is as good.
    }
  }

  remove(): void {
    rmSync(this.file, { force: true });
  }
}

export interface AbandonedSpool {
  file: string;
  header: SpoolHeader;
  events: CallEvent[];
}

/** Spools whose owner has not shown a sign of life for `idleMs`. A line that a crash cut short is left out; it is always the last. */
export function abandonedSpools(directory: string, idleMs: number, now: number = Date.now(), onlyCall?: string): AbandonedSpool[] {
  let names: string[];
  try {
    names = readdirSync(directory).filter((name) => name.endsWith(".jsonl"));
  } catch {
    return [];
  }
  const found: AbandonedSpool[] = [];
  for (const name of names) {
    const file = join(directory, name);
    try {
      if (now - statSync(file).mtimeMs < idleMs) continue;
      const [first = "", ...rest] = readFileSync(file, "utf8").split("\n");
      const header = JSON.parse(first) as SpoolHeader;
      if (onlyCall !== undefined && header.callId !== onlyCall) continue;
      found.push({ file, header, events: rest.flatMap(parseLine) });
    } catch {
      // Not readable, or gone meanwhile. The next round sees.
    }
  }
  return found;
}

function parseLine(line: string): CallEvent[] {
  if (line === "") return [];
  try {
    return [JSON.parse(line) as CallEvent];
  } catch {
    return [];
  }
}

function spoolFile(directory: string, callId: string, attempt: number): string {
  return join(directory, `${callId.replace(/[^A-Za-z0-9_-]/g, "_")}.${attempt}.jsonl`);
}
