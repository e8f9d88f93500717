import type { Variable } from "@/lib/flow/document/schema";
import type { Value, Values } from "@/lib/flow/engine/values";

/** A believable value for a preview: the variable's default, or an example of its type. Never used on a call. */
export function sampleValue(variable: Variable): Value {
  if (variable.default !== null && variable.default !== "") return variable.default;
  switch (variable.type) {
    case "text": return /name/i.test(variable.name) ? "Anna" : /city|town|place/i.test(variable.name) ? "Leeds" : `‹${variable.name.replaceAll("_", " ")}›`;
    case "number": return 2;
    case "boolean": return true;
    case "choice": return variable.choices?.[0] ?? `‹${variable.name.replaceAll("_", " ")}›`;
    case "date": return "2027-03-14";
    case "time": return "10:30";
    case "phone": return "+442079460018";
    case "email": return "anna@example.com";
  }
}

const BUILT_IN: Values = { "caller.number": "+442079460018", "agent.number": "+442079460000", "call.id": "c_123", "call.channel": "web", now: "2027-03-14 10:30", today: "2027-03-14", timezone: "Europe/London", heard: "yes please" };

/** Example values of all variables and built-ins. */
export function sampleValues(variables: readonly Variable[]): Values {
  return { ...BUILT_IN, ...Object.fromEntries(variables.map((variable) => [variable.name, sampleValue(variable)])) };
}
