/**
 * A problem that the person at the terminal can solve. Shown as one sentence, without a stack trace, and ends the
 * program with exit code 1. `remedy` says what to do.
 */
export class SetupError extends Error {
  /** @param {string} what @param {string} [remedy] */
  constructor(what, remedy) {
    super(remedy ? `${what} ${remedy}` : what);
    this.name = "SetupError";
  }
}

/** Prints one line for the person at the terminal. @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Prints one line about something that went wrong. @param {string} line */
export function warn(line) {
  process.stderr.write(`${line}\n`);
}

/** One sentence for any error; file-system errors get their remedy. @param {unknown} error @returns {string} */
export function explain(error) {
  if (error instanceof SetupError) return error.message;
  const code = /** @type {{ code?: string, path?: string }} */ (error)?.code;
  const where = /** @type {{ path?: string }} */ (error)?.path ?? "the data directory";
  if (code === "ENOSPC" || code === "EDQUOT") return `The disk is full (writing ${where}). Free some space and start again.`;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return `Parley may not write ${where}. Set PARLEY_DATA to a directory that you own, or correct its permissions.`;
  if (code === "EMFILE" || code === "ENFILE") return "Too many open files. Raise the limit with `ulimit -n 4096` and start again.";
  return error instanceof Error ? error.message : String(error);
}
