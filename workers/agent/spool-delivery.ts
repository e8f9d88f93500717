import { rmSync } from "node:fs";
import { Refused, sendEvents } from "./app-client";
import { abandonedSpools } from "./spool";

const BATCH = 200;

/**
 * Sends what calls left behind whose process or app died. The app keeps each number once, so sending twice is harmless.
 * @returns how many spools could not be delivered yet
 */
export async function deliverSpools(appUrl: string, directory: string, idleMs: number, onlyCall?: string): Promise<number> {
  let left = 0;
  for (const spool of abandonedSpools(directory, idleMs, Date.now(), onlyCall)) {
    try {
      for (let i = 0; i < spool.events.length; i += BATCH) {
        await sendEvents(appUrl, spool.header.callId, spool.header.token, spool.events.slice(i, i + BATCH));
      }
      rmSync(spool.file, { force: true });
    } catch (error) {
      // Refused: another agent has taken the call over, or it is gone. These events have no place any more.
      if (error instanceof Refused) rmSync(spool.file, { force: true });
      else left += 1;
    }
  }
  return left;
}
