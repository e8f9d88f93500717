import { z } from "zod";

/** The format that this program writes. */
export const CURRENT_FORMAT = 1;

type Raw = Record<string, unknown>;

/** How a document of one format becomes one of the next. Key: the format that it comes from. Each is kept for ever: users keep files. */
const STEPS: Record<number, (document: Raw) => Raw> = {
  // 1: (document) => ({ ...document, parley: 2, … })
};

export type Migrated = { ok: true; document: unknown } | { ok: false; message: string; fix: string };

/** Brings a document of an older format up to date; unknown fields and other mistakes are left to the schema. */
export function migrate(document: unknown, steps: typeof STEPS = STEPS, current = CURRENT_FORMAT): Migrated {
  const frame = z.looseObject({ parley: z.number().int() }).safeParse(document);
  if (!frame.success) return { ok: false, message: 'This is not a Parley flow: the number "parley" is missing.', fix: `Add "parley": ${current} at the beginning, or import the file in its own format.` };
  let result: Raw = frame.data;
  for (let format = frame.data.parley; format !== current; format++) {
    if (format > current) return { ok: false, message: `This flow was made by a newer Parley (format ${format}; this one reads up to ${current}).`, fix: "Update Parley, then try again." };
    const next = steps[format];
    if (!next) return { ok: false, message: `There is no flow format ${format}.`, fix: `Set "parley" to ${current} if the rest is of today's format.` };
    result = next(result);
  }
  return { ok: true, document: result };
}
