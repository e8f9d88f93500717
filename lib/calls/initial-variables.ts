import { ParleyError } from "@/lib/errors";
import type { Value, Values } from "@/lib/flow/engine/values";
import type { Plan } from "@/lib/flow/plan";
import type { Problem } from "@/lib/flow/problem";

/**
 * The variables that a call starts with: the flow's defaults, and over them what the caller of the API gives.
 * @throws ParleyError invalid with `problems` for a name that the flow does not have
 */
export function initialVariables(plan: Pick<Plan, "variables">, given: Values = {}): Values {
  const values: Values = Object.create(null) as Values;
  for (const variable of plan.variables) values[variable.name] = variable.default as Value;
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (Object.hasOwn(values, name)) values[name] = value;
    else problems.push({ field: `variables.${name}`, severity: "error", rule: "unknown-variable", message: `The agent has no variable "${name}".`, fix: `Add it to the agent's variables, or leave it out.` });
  }
  if (problems.length > 0) throw new ParleyError("invalid", "Some of the variables are not the agent's.", { problems });
  return { ...values };
}
