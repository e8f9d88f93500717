import { z } from "zod";

/** Pieces that several endpoints share. */
export const id = z.string().min(1).max(100);
export const idParams = z.object({ id });
export const time = z.iso.datetime().describe("ISO 8601, UTC");
export const when = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
export const name = z.string().trim().min(1).max(200);

export const pageQuery = { cursor: z.string().max(300).optional(), limit: z.coerce.number().int().min(1).max(200).optional() };
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Described by its own JSON Schema (/api/v1/flow-schema); judged by lib/flow, which says in plain words what is wrong. */
export const documentBody = z.looseObject({}).meta({ ref: "FlowDocument" });
export const value = z.union([z.string().max(8000), z.number(), z.boolean(), z.null()]);
export const values = z.record(z.string().max(64), value);

export const problem = z
  .object({
    node: z.string().optional(),
    field: z.string().optional(),
    severity: z.enum(["error", "warning"]),
    rule: z.string(),
    message: z.string(),
    fix: z.string(),
    autofix: z.object({ label: z.string(), patch: z.array(z.unknown()) }).optional(),
  })
  .meta({ ref: "Problem" });
