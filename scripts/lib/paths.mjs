import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Where things are; all absolute. */
export const paths = {
  /** The checkout. */
  root,
  /** What belongs to this installation: database, secrets, logs. `PARLEY_DATA` moves it. */
  get data() {
    return path.resolve(root, process.env.PARLEY_DATA || ".parley");
  },
  /** What belongs to the checkout and can be made again: stamps of finished builds, locks. */
  build: path.join(root, "node_modules/.cache/parley"),
  /** Programs that were built once for this user, shared by all checkouts. `PARLEY_TOOLS` moves it. */
  get tools() {
    if (process.env.PARLEY_TOOLS) return path.resolve(process.env.PARLEY_TOOLS);
    return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache"), "parley/tools");
  },
};
