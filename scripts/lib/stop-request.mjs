/** A repeat within this time is the same wish: the terminal and npm both pass Ctrl-C on. */
const SAME_WISH_MS = 1500;

/**
 * Calls `onStop` when this program is to end: SIGINT, SIGTERM, SIGHUP, or the death of the npm that started it. Calls
 * `onForce` when somebody asks again.
 * @param {() => void} onStop @param {() => void} onForce
 */
export function onStopRequest(onStop, onForce) {
  let asked = 0;
  const request = () => {
    const now = Date.now();
    if (asked === 0) {
      asked = now;
      onStop();
    } else if (now - asked > SAME_WISH_MS) {
      onForce();
    }
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, request);
  // A killed terminal or log pipe must not end us in the middle of stopping.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    if (asked === 0) request();
  }, 500);
  watch.unref();
}
