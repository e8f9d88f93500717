import { ParleyError } from "@/lib/errors";
import { parseDocument } from "@/lib/flow";
import type { FlowDocument } from "@/lib/flow/document/schema";

/**
 * A document as it may be saved: of any older format, with every default filled in. Lint errors are allowed in a draft.
 * @throws ParleyError invalid, with `problems`, when it is not a flow document at all
 */
export function readDocument(document: unknown): FlowDocument {
  const result = parseDocument(document);
  if (!result.ok) throw new ParleyError("invalid", "This is not a flow document that Parley can read.", { problems: result.problems });
  return result.document;
}
