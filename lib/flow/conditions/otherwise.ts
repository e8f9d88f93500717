import { z } from "zod";
import type { ConditionKind } from "./condition-type";

export const otherwiseSchema = z.strictObject({ type: z.literal("otherwise") });

export const otherwise: ConditionKind<typeof otherwiseSchema> = {
  type: "otherwise",
  schema: otherwiseSchema,
  stage: "last",
  form: { label: "Otherwise", description: "When nothing else held", icon: "corner-down-right" },
  create: () => ({ type: "otherwise" }),
  words: () => "otherwise",
  evaluate: (_condition, { nothingElse }) => (nothingElse ? { held: true, evidence: "nothing else held" } : null),
};
