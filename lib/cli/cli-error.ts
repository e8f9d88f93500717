/** Something that the person at the terminal can mend; `message` is a sentence. */
export class CliError extends Error {
  override name = "CliError";
}
