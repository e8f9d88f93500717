import { z } from "zod";
import type { ConditionKind } from "./condition-type";

export const alwaysSchema = z.strictObject({ type: z.literal("always") });

export const always: ConditionKind<typeof alwaysSchema> = {
  type: "always",
  schema: alwaysSchema,
  stage: "last",
  form: { label: "Then", description: "As soon as this step has finished", icon: "arrow-right" },
  create: () => ({ type: "always" }),
  words: () => "then",
  evaluate: (_condition, { finished }) => (finished ? { held: true, evidence: "the step has finished" } : null),
};
