import { ParleyError } from "@/lib/errors";
import type { Value, Values } from "@/lib/flow/engine/values";
import type { Plan } from "@/lib/flow/plan";
import type { Problem } from "@/lib/flow/problem";
import { variableNameSchema } from "@/lib/flow/document/parts";

/**
 * The variables that a call starts with: the flow's defaults, and over them what the caller of the API gives. Names that the flow
 * does not declare are taken too: a system that sends a whole customer record need not know which fields a flow uses.
 * @throws ParleyError invalid with `problems` for what can be no name of a variable
 */
export function initialVariables(plan: Pick<Plan, "variables">, given: Values = {}): Values {
  const values = new Map<string, Value>(plan.variables.map((variable) => [variable.name, variable.default as Value]));
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (variableNameSchema.safeParse(name).success) values.set(name, value);
    else problems.push({ field: `variables.${name}`, severity: "error", rule: "variable-name", message: `"${name}" can be no variable's name.`, fix: "A name starts with a letter and has only letters, digits and _." });
  }
  if (problems.length > 0) throw new ParleyError("invalid", "Some of the variables have names that cannot be.", { problems });
  return Object.fromEntries(values);
}
