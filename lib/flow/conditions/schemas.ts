import { z } from "zod";

/** The conditions of FLOW.md as data. What each means, and its words, is in the file of its name in this folder. */
export const OPERATORS = ["==", "!=", ">", ">=", "<", "<=", "contains", "not_contains", "starts_with", "exists", "not_exists"] as const;

export const keypadSchema = z.strictObject({ type: z.literal("keypad"), keys: z.string().min(1).max(32).regex(/^[0-9*#A-D]+$/, "Keys are 0-9, * and #") });
export const phraseSchema = z.strictObject({ type: z.literal("phrase"), phrases: z.array(z.string().max(200)).max(200) });
export const testSchema = z.strictObject({ left: z.string().max(2000), op: z.enum(OPERATORS), right: z.string().max(2000).default("") });
export const expressionSchema = z.strictObject({ type: z.literal("expression"), match: z.enum(["all", "any"]).default("all"), tests: z.array(testSchema).max(50) });
export const outcomeSchema = z.strictObject({ type: z.literal("outcome"), is: z.enum(["success", "failure"]) });
export const silenceSchema = z.strictObject({ type: z.literal("silence"), seconds: z.number().min(0.5).max(3600) });
export const promptSchema = z.strictObject({ type: z.literal("prompt"), text: z.string().max(2000), examples: z.array(z.string().max(500)).max(50).optional() });
export const alwaysSchema = z.strictObject({ type: z.literal("always") });
export const otherwiseSchema = z.strictObject({ type: z.literal("otherwise") });

export const conditionSchema = z.discriminatedUnion("type", [
  keypadSchema, phraseSchema, expressionSchema, outcomeSchema, silenceSchema, promptSchema, alwaysSchema, otherwiseSchema,
]);
export type Condition = z.infer<typeof conditionSchema>;
export type ConditionType = Condition["type"];
