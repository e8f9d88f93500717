import { z } from "zod";
import type { ConditionKind } from "./condition-type";

export const keypadSchema = z.strictObject({ type: z.literal("keypad"), keys: z.string().min(1).max(32).regex(/^[0-9*#A-D]+$/, "Keys are 0-9, * and #") });

export const keypad: ConditionKind<typeof keypadSchema> = {
  type: "keypad",
  schema: keypadSchema,
  stage: "first",
  form: { label: "Presses keys", description: "The caller presses these keys of the phone", icon: "grid-3x3" },
  create: () => ({ type: "keypad", keys: "1" }),
  words: ({ keys }) => `presses ${keys}`,
  evaluate({ keys }, { pressed }) {
    if (pressed === undefined) return null;
    // A caller may close any input with #, as on other phone lines.
    const held = pressed === keys || pressed === `${keys}#`;
    return { held, evidence: held ? `pressed ${keys}` : `pressed ${pressed}, not ${keys}` };
  },
};
