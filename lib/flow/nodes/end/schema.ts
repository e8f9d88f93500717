import { z } from "zod";
import { baseNode } from "../../document/node-base";
import { textSchema } from "../../document/parts";

export const endSchema = baseNode("end").extend({
  say: textSchema.optional(),
  /** A label for reports: "booked", "not interested". */
  outcome: z.string().max(100).optional(),
});
export type EndNode = z.infer<typeof endSchema>;
