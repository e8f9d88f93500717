import { z } from "zod";
import { documentSchema } from "./schema";

/** JSON Schema (2020-12) of a document as people write it: what has a default may be left out. */
export function documentJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(documentSchema, { io: "input", unrepresentable: "any" }) as Record<string, unknown>;
  return { ...schema, title: "Parley flow document", description: "What a voice agent says, asks and decides. See docs/flow-semantics.md." };
}

/** The same, by the name of its route. */
export const flowJsonSchema = documentJsonSchema;
