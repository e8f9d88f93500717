import type { Variable } from "../document/parts";
import type { Value } from "../engine/values";
import { readValue } from "./index";
import { parseBooleanText } from "./literals";
import { tokensOf } from "./tokens";
import type { ValueContext } from "./value-context";

/**
 * A value as a variable of a declared type stores it: `set`, defaults and a call's own variables come through here. Text that is
 * no such value becomes null for numbers, yes/no, dates and times; other types keep the text. An undeclared variable keeps everything.
 */
export function convert(value: Value, variable: Pick<Variable, "type" | "choices"> | undefined, context: ValueContext): Value {
  if (variable === undefined || value === null || value === "") return value === "" && variable !== undefined && variable.type !== "text" ? null : value;
  const text = String(value).trim();
  switch (variable.type) {
    case "text": return typeof value === "string" ? value : text;
    case "number": return typeof value === "number" ? value : typeof value === "boolean" ? Number(value) : /^[-+]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : readValue(tokensOf(text), { type: "number" }, context, true)?.value ?? null;
    case "boolean": return typeof value === "boolean" ? value : typeof value === "number" ? value !== 0 : parseBooleanText(text);
    case "choice": return variable.choices?.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? readValue(tokensOf(text), variable, context, false)?.value ?? text;
    case "date":
    case "time": return readValue(tokensOf(text), { type: variable.type }, context, true)?.value ?? null;
    case "phone":
    case "email": return readValue(tokensOf(text), { type: variable.type }, context, true)?.value ?? text;
  }
}
