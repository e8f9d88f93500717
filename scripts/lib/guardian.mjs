// Lives beside `npm start` and ends its children when it dies without a chance to (kill -9, out of memory). The pipe on
// standard input is the sign of life; on it come lines {"add": pid, "signal", "last"?} and {"remove": pid}, and "bye".
import { createInterface } from "node:readline";
import { endGroup } from "./process-table.mjs";

/** @type {Map<number, { signal: NodeJS.Signals, last: boolean }>} */
const children = new Map();
let dismissed = false;

// Signals for the terminal's group are not for us: we must outlive the supervisor.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => {});

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const message = JSON.parse(line);
  if (message.bye) dismissed = true;
  if (message.add) children.set(message.add, { signal: message.signal, last: Boolean(message.last) });
  if (message.remove) children.delete(message.remove);
});
lines.on("close", async () => {
  if (dismissed) process.exit(0);
  const all = [...children];
  await Promise.all(all.filter(([, child]) => !child.last).map(([pid, child]) => endGroup(pid, child.signal, 5000)));
  // The database goes last: the others may still be writing their last words.
  await Promise.all(all.filter(([, child]) => child.last).map(([pid, child]) => endGroup(pid, child.signal, 15_000)));
  process.exit(0);
});
