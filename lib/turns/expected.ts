import type { Expectation } from "@/lib/flow/engine/expectation";
import type { Expected } from "./types";

/** How the engine's expectation bears on pauses. */
export function expectedOf(expectation: Expectation): Expected {
  if (expectation.yesNo) return "choice";
  const first = expectation.asks[0];
  if (first) {
    if (first.type === "phone") return "digits";
    // Spelled addresses and free text come in pieces, too.
    if (first.type === "email") return "digits";
    if (first.type === "text") return expectation.open ? "open" : "value";
    if (first.type === "choice" || first.type === "boolean") return expectation.asks.length > 1 ? "value" : "choice";
    return "value";
  }
  return expectation.open ? "open" : "choice";
}
