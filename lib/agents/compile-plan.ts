import { ParleyError } from "@/lib/errors";
import { compile } from "@/lib/flow";
import type { FlowDocument } from "@/lib/flow/document/schema";
import type { Plan } from "@/lib/flow/plan";

/** The plan of a document. @throws ParleyError flow_has_errors with `problems` */
export function compilePlan(document: FlowDocument): Plan {
  const result = compile(document);
  if (!result.ok) throw new ParleyError("flow_has_errors", "This flow could not work on a call yet. Mend the errors and try again.", { problems: result.problems });
  return result.plan;
}
