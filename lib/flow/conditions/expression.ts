import { z } from "zod";
import { compare } from "../engine/compare";
import { plainText, renderTemplate } from "../text/template";
import type { ConditionKind } from "./condition-type";

export const OPERATORS = ["==", "!=", ">", ">=", "<", "<=", "contains", "not_contains", "starts_with", "exists", "not_exists"] as const;
export type Operator = (typeof OPERATORS)[number];

export const testSchema = z.strictObject({ left: z.string().max(2000), op: z.enum(OPERATORS), right: z.string().max(2000).default("") });
export type Test = z.infer<typeof testSchema>;
export const expressionSchema = z.strictObject({ type: z.literal("expression"), match: z.enum(["all", "any"]).default("all"), tests: z.array(testSchema).max(50) });

const IN_WORDS: Record<Operator, (right: string) => string> = {
  "==": (r) => `is ${r || "empty"}`,
  "!=": (r) => `is not ${r || "empty"}`,
  ">": (r) => `is more than ${r}`,
  ">=": (r) => `is ${r} or more`,
  "<": (r) => `is less than ${r}`,
  "<=": (r) => `is ${r} or less`,
  contains: (r) => `contains ${r}`,
  not_contains: (r) => `does not contain ${r}`,
  starts_with: (r) => `starts with ${r}`,
  exists: () => "is known",
  not_exists: () => "is not known",
};

/** "{{customer_age}}" as "customer age": how a person would say it. */
const readable = (side: string) => side.replace(/\{\{\s*([^{}|]*?)\s*(?:\|[^{}]*)?\}\}/g, (_all, name: string) => name.replace(/[_.]/g, " ")).trim();

/** One comparison in plain language: "age is 18 or more". */
export function testWords(test: Test): string {
  return `${readable(test.left) || "…"} ${IN_WORDS[test.op](readable(test.right))}`.trim();
}

export const expression: ConditionKind<typeof expressionSchema> = {
  type: "expression",
  schema: expressionSchema,
  stage: "first",
  form: { label: "A comparison holds", description: "Variables are compared with values", icon: "scale" },
  create: () => ({ type: "expression", match: "all", tests: [{ left: "", op: "==", right: "" }] }),
  words: ({ match, tests }) => (tests.length === 0 ? "compares …" : tests.map(testWords).join(match === "all" ? " and " : " or ")),
  evaluate({ match, tests }, { lookup }) {
    // An expression without tests is unfinished, not true.
    if (tests.length === 0) return { held: false, evidence: "there is nothing to compare" };
    const results = tests.map((test) => ({ test, held: compare(test, lookup) }));
    const held = match === "all" ? results.every((r) => r.held) : results.some((r) => r.held);
    const evidence = results.map((r) => {
      const left = renderTemplate(r.test.left, (name) => lookup.value(name), plainText);
      const right = renderTemplate(r.test.right, (name) => lookup.value(name), plainText);
      const name = readable(r.test.left);
      const unary = r.test.op === "exists" || r.test.op === "not_exists";
      return `${name}${name === left ? "" : ` ${left || "(unset)"}`} ${r.test.op}${unary ? "" : ` ${right || "(empty)"}`}: ${r.held ? "yes" : "no"}`;
    });
    return { held, evidence: evidence.join(match === "all" ? " and " : " or ") };
  },
};
