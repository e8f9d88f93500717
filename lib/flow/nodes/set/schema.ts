import { z } from "zod";
import { baseNode } from "../../document/node-base";
import { variableNameSchema } from "../../document/parts";

export const setSchema = baseNode("set").extend({
  assign: z.array(z.strictObject({
    variable: variableNameSchema,
    /** A template for text; other types may be given as they are. */
    value: z.union([z.string().max(8000), z.number(), z.boolean(), z.null()]),
  })).max(100).default([]),
});
export type SetNode = z.infer<typeof setSchema>;
