import { z } from "zod";
import type { ConditionKind } from "./condition-type";

export const outcomeSchema = z.strictObject({ type: z.literal("outcome"), is: z.enum(["success", "failure"]) });

export const outcome: ConditionKind<typeof outcomeSchema> = {
  type: "outcome",
  schema: outcomeSchema,
  stage: "outcome",
  form: { label: "It worked / it failed", description: "How this step's own action ended", icon: "circle-check" },
  create: () => ({ type: "outcome", is: "success" }),
  words: ({ is }) => (is === "success" ? "it worked" : "it failed"),
  evaluate({ is }, { outcome: ended }) {
    if (ended === undefined) return null;
    return { held: ended === is, evidence: ended === "success" ? "it worked" : "it failed" };
  },
};
