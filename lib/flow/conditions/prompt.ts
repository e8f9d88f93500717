import { z } from "zod";
import type { ConditionKind } from "./condition-type";

export const promptSchema = z.strictObject({ type: z.literal("prompt"), text: z.string().max(2000), examples: z.array(z.string().max(500)).max(50).optional() });

export const prompt: ConditionKind<typeof promptSchema> = {
  type: "prompt",
  schema: promptSchema,
  stage: "model",
  form: { label: "The model judges", description: "Described in your own words; the language model decides", icon: "sparkles" },
  create: () => ({ type: "prompt", text: "" }),
  // "the caller wants a refund" reads on the canvas as "wants a refund", like the other exits.
  words: ({ text }) => text.trim().replace(/^(the )?(caller|customer|user|person)\s+/i, "") || "the model judges …",
  // Judged by the model's answer (engine/route.ts), never here.
  evaluate: () => null,
};
