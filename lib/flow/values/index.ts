import type { VariableType } from "../document/parts";
import type { Value } from "../engine/values";
import { parseBoolean } from "./boolean";
import { parseChoice } from "./choice";
import { parseDate } from "./date";
import { parseEmail } from "./email";
import { isAmbiguous, parseNumber } from "./number";
import { parsePhone } from "./phone";
import { parseText } from "./text";
import { parseTime } from "./time";
import type { Reading, Token } from "./tokens";
import type { ValueContext } from "./value-context";

export interface Wanted { type: VariableType; choices?: readonly string[] | undefined }

/**
 * Reads a value of a type from what was said. `current`: it is the question just asked, so weak forms count too ("three" for
 * a time); otherwise only forms that cannot mean anything else. null: there is none, or more than one.
 */
export function readValue(tokens: Token[], wanted: Wanted, context: ValueContext, current: boolean): Reading<Value> | null {
  switch (wanted.type) {
    case "choice": return wanted.choices && wanted.choices.length > 0 ? parseChoice(tokens, wanted.choices, current) : current ? wholeText(tokens) : null;
    case "date": return parseDate(tokens, context, current);
    case "time": return parseTime(tokens, current);
    case "email": return parseEmail(tokens);
    case "phone": return parsePhone(tokens, context);
    case "boolean": return current ? parseBoolean(tokens) : null;
    case "number": {
      const number = current ? parseNumber(tokens) : null;
      return number && !isAmbiguous(tokens, number) ? number : null;
    }
    case "text": return current ? wholeText(tokens) : null;
  }
}

function wholeText(tokens: Token[]): Reading<string> | null {
  const text = parseText(tokens.map((t) => t.raw).join(" "));
  return text === null ? null : { value: text, from: 0, to: tokens.length };
}

/** Types whose values are recognised even when another question was asked. */
export const SELF_IDENTIFYING: ReadonlySet<VariableType> = new Set(["email", "phone", "date", "time", "choice"]);
