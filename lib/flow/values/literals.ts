import { parseBoolean } from "./boolean";
import { parseDate } from "./date";
import { parseTime } from "./time";
import { tokensOf } from "./tokens";
import type { ValueContext } from "./value-context";

/** Values as an author writes them in a comparison or an assignment: "true", "tomorrow", "3 pm". null: not such a value. */
export function parseBooleanText(text: string): boolean | null {
  if (text === "1" || text === "0") return text === "1";
  return parseBoolean(tokensOf(text))?.value ?? null;
}

export function parseDateText(text: string, context: ValueContext): string | null {
  return parseDate(tokensOf(text), context, true)?.value ?? null;
}

export function parseTimeText(text: string, _context: ValueContext): string | null {
  return parseTime(tokensOf(text), true)?.value ?? null;
}
