import type { Value } from "../engine/values";
import { dateOf, localDate, timeOf } from "./calendar";
import type { Wanted } from "./index";
import { toPhone } from "./phone";
import { regionOf, type ValueContext } from "./value-context";

/** How many keys make an answer of this type; null: the caller decides (a pause, or #). */
export function keyCount(wanted: Wanted): number | null {
  if (wanted.type === "boolean" || (wanted.type === "choice" && (wanted.choices?.length ?? 0) <= 9)) return 1;
  return wanted.type === "time" ? 4 : null;
}

/** Can keys answer a question of this type at all? */
export function takesKeys(wanted: Wanted): boolean {
  return wanted.type !== "email" && !(wanted.type === "choice" && (wanted.choices?.length ?? 0) === 0);
}

/**
 * An answer by the phone's keys: digits for numbers and phones (* is the decimal point), the place of a choice, 1 for yes and 2 for no,
 * 1430 for a time, day and month (with or without year) for a date, in the order of the language's country.
 */
export function readKeys(keys: string, wanted: Wanted, context: ValueContext): Value {
  const typed = keys.replace(/#$/, "");
  if (wanted.type === "number") return /^\d+(\*\d+)?$/.test(typed) ? Number(typed.replace("*", ".")) : null;
  if (!/^\d+$/.test(typed)) return null;
  switch (wanted.type) {
    case "boolean": return typed === "1" ? true : typed === "2" ? false : null;
    case "choice": return wanted.choices?.[Number(typed) - 1] ?? null;
    case "phone": return toPhone(typed, context);
    case "text": return typed;
    case "time": return typed.length === 3 || typed.length === 4 ? timeOf(Number(typed.slice(0, -2)), Number(typed.slice(-2))) : typed.length <= 2 ? timeOf(Number(typed), 0) : null;
    case "date": return dateFromKeys(typed, context);
    default: return null;
  }
}

function dateFromKeys(typed: string, context: ValueContext): string | null {
  if (typed.length !== 4 && typed.length !== 8) return null;
  const [a, b] = [Number(typed.slice(0, 2)), Number(typed.slice(2, 4))];
  const [month, day] = ["US", ""].includes(regionOf(context.language)) ? [a, b] : [b, a];
  if (typed.length === 8) return dateOf(Number(typed.slice(4)), month, day);
  const today = localDate(context.now, context.timezone);
  const thisYear = dateOf(Number(today.slice(0, 4)), month, day);
  return thisYear !== null && thisYear >= today ? thisYear : dateOf(Number(today.slice(0, 4)) + 1, month, day);
}
