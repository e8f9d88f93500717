import { z } from "zod";
import { baseNode } from "../../document/node-base";
import { idSchema, textSchema } from "../../document/parts";

export const talkSchema = baseNode("talk").extend({
  say: z.strictObject({ mode: z.enum(["fixed", "prompt"]).default("fixed"), text: textSchema.default("") }).default({ mode: "fixed", text: "" }),
  /** false: say it and pass on at once, without listening. */
  wait: z.boolean().default(true),
  tools: z.array(idSchema).max(50).default([]),
  knowledge: z.array(idSchema).max(50).default([]),
  examples: z.array(z.strictObject({ caller: textSchema, agent: textSchema })).max(50).default([]),
});
export type TalkNode = z.infer<typeof talkSchema>;
