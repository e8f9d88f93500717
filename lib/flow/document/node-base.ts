import { z } from "zod";
import { conditionSchema } from "../conditions/schemas";
import { idSchema, positionSchema, speechOverrideSchema, turnTakingOverrideSchema } from "./parts";

/** A way out of a node. Its place in the list is its priority. `to: null` is an exit that nobody connected yet. */
export const exitSchema = z.strictObject({
  id: idSchema,
  to: idSchema.nullable().default(null),
  when: conditionSchema,
  label: z.string().max(200).optional(),
});
export type Exit = z.infer<typeof exitSchema>;

export const globalSchema = z.strictObject({
  when: conditionSchema,
  cooldownTurns: z.number().int().min(0).max(1000).default(0),
  comesBack: z.boolean().default(false),
});

/** What every node has; a node type's schema is `baseNode("talk").extend({…})`. */
export function baseNode<T extends string>(type: T) {
  return z.strictObject({
    id: idSchema,
    type: z.literal(type),
    name: z.string().max(200).default(""),
    position: positionSchema.default({ x: 0, y: 0 }),
    exits: z.array(exitSchema).max(100).default([]),
    global: globalSchema.optional(),
    turnTaking: turnTakingOverrideSchema.optional(),
    speech: speechOverrideSchema.optional(),
  });
}
