import type { VariableType } from "../document/schema";

/**
 * What the node that the call is in can understand next. The local recogniser makes its grammar from it, turn-taking
 * decides how long a pause may be, and the linter says which words the recogniser does not know.
 */
export interface Expectation {
  node: string;
  /** Phrases of the node's own exits, then of global nodes. */
  phrases: string[];
  /** The questions that are open, the one just asked first. */
  asks: { variable: string; type: VariableType; choices?: string[] }[];
  /** A value was read back; yes or no is expected. */
  yesNo: boolean;
  /** Keys that mean something here: exact sequences of the exits; `free` when digits answer a question. */
  keys: { sequences: string[]; free: boolean };
  /** A model listens: anything may be said, so no grammar can be complete. */
  open: boolean;
}
