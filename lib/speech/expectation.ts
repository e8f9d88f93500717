/**
 * What the caller may sensibly say next. The flow engine works it out for the node a call is in; the local recogniser
 * turns it into a grammar. Recognisers with a vocabulary of their own ignore it.
 */
export interface Expectation {
  /** Phrases of the exits of this node and of the global nodes: the caller's words contain one of them. */
  phrases: string[];
  /** What the node asks for; several when the caller may give them in one sentence. */
  ask?: ExpectedValue[];
  /** A yes or a no is an answer here (a read-back, a yes/no question). */
  yesNo?: boolean;
  /** The caller may spell letter by letter. */
  spelled?: boolean;
}

export type ExpectedType = "text" | "number" | "boolean" | "choice" | "date" | "time" | "phone" | "email";

export interface ExpectedValue {
  type: ExpectedType;
  /** For `choice`: the words of each choice. */
  choices?: string[];
}

/** Nothing in particular is expected: every utterance is "not understood" by local speech. */
export const NOTHING_EXPECTED: Expectation = { phrases: [] };
