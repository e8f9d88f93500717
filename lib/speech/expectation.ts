import type { Expectation } from "@/lib/flow/engine/expectation";

export type { Expectation };

/** Nothing in particular is expected: every utterance is "not understood" by local speech. */
export const NOTHING_EXPECTED: Expectation = {
  node: "",
  phrases: [],
  asks: [],
  yesNo: false,
  keys: { sequences: [], free: false },
  open: false,
};
