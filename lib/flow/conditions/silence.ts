import { z } from "zod";
import type { ConditionKind } from "./condition-type";

export const silenceSchema = z.strictObject({ type: z.literal("silence"), seconds: z.number().min(0.5).max(3600) });

export const silence: ConditionKind<typeof silenceSchema> = {
  type: "silence",
  schema: silenceSchema,
  stage: "silence",
  form: { label: "Says nothing", description: "The caller is silent for so many seconds", icon: "timer" },
  create: () => ({ type: "silence", seconds: 8 }),
  words: ({ seconds }) => `says nothing for ${seconds} second${seconds === 1 ? "" : "s"}`,
  evaluate({ seconds }, { silentSeconds }) {
    if (silentSeconds === undefined) return null;
    return { held: silentSeconds >= seconds, evidence: `silent for ${silentSeconds} s of ${seconds} s` };
  },
};
