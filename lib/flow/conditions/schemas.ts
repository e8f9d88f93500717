/** The conditions of FLOW.md as data; the union is built from the registry. What each means is in the file of its name. */
export { OPERATORS, testSchema } from "./expression";
export { conditionSchema } from "./registry";
export type { Condition, ConditionType } from "./registry";
