import { z } from "zod";
import { baseNode } from "../../document/node-base";
import { textSchema, variableNameSchema } from "../../document/parts";

export const questionSchema = z.strictObject({
  variable: variableNameSchema,
  text: textSchema.default(""),
  /** How often it is asked again before the node gives up. */
  retries: z.number().int().min(0).max(10).default(2),
  /** Read the answer back and ask whether it is right. */
  confirm: z.boolean().default(false),
  /** What to say instead of `text` when the first answer could not be used. */
  reask: textSchema.optional(),
});
export type Question = z.infer<typeof questionSchema>;

export const askSchema = baseNode("ask").extend({ questions: z.array(questionSchema).max(50).default([]) });
export type AskNode = z.infer<typeof askSchema>;
