import { z } from "zod";
import { always } from "./always";
import type { ConditionKind, Moment, Verdict } from "./condition-type";
import { expression } from "./expression";
import { keypad } from "./keypad";
import { otherwise } from "./otherwise";
import { outcome } from "./outcome";
import { phrase } from "./phrase";
import { prompt } from "./prompt";
import { silence } from "./silence";

/** Every condition there is. A new one is a file in this folder and a line here. */
export const conditionKinds = {
  keypad,
  phrase,
  expression,
  outcome,
  silence,
  prompt,
  always,
  otherwise,
};

type ConditionSchema = (typeof conditionKinds)[keyof typeof conditionKinds]["schema"];
const schemas = Object.values(conditionKinds).map((kind) => kind.schema) as [ConditionSchema, ...ConditionSchema[]];

export const conditionSchema = z.discriminatedUnion("type", schemas);
export type Condition = z.infer<typeof conditionSchema>;
export type ConditionType = Condition["type"];

/** The kind of a condition. The cast is safe: the registry pairs each kind with conditions of its own type. */
export function kindOf(condition: { type: ConditionType }): ConditionKind {
  return conditionKinds[condition.type] as unknown as ConditionKind;
}

/** A condition in plain language, as an exit's row on the canvas says it. */
export function words(condition: Condition): string {
  return kindOf(condition).words(condition);
}

/** Does it hold? null: it has nothing to do with this moment. */
export function evaluate(condition: Condition, moment: Moment): Verdict | null {
  return kindOf(condition).evaluate(condition, moment);
}
