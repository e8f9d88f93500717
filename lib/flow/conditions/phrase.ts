import { z } from "zod";
import { indexOfWords, wordsOf } from "../text/words";
import type { ConditionKind } from "./condition-type";

export const phraseSchema = z.strictObject({ type: z.literal("phrase"), phrases: z.array(z.string().max(200)).max(200) });

export const phrase: ConditionKind<typeof phraseSchema> = {
  type: "phrase",
  schema: phraseSchema,
  stage: "first",
  form: { label: "Says", description: "The caller says one of these words or phrases", icon: "message-square-quote" },
  create: () => ({ type: "phrase", phrases: [] }),
  words: ({ phrases }) => (phrases.length === 0 ? "says …" : `says ${phrases.join(", ")}`),
  evaluate({ phrases }, { said }) {
    if (said === undefined) return null;
    if (!said.understood) return { held: false, evidence: "what was said was not understood" };
    const heard = wordsOf(said.text);
    const hit = phrases.find((candidate) => indexOfWords(heard, wordsOf(candidate)) >= 0);
    return hit === undefined
      ? { held: false, evidence: `nothing of ${phrases.map((p) => `"${p}"`).join(", ") || "an empty list"} in "${said.text}"` }
      : { held: true, evidence: `heard "${hit}" in "${said.text}"` };
  },
};
