import type { Test } from "../conditions/expression";
import { onlyVariable, plainText, renderTemplate } from "../text/template";
import { parseBooleanText, parseDateText, parseTimeText } from "../values/literals";
import type { Lookup } from "./lookup";

const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)$/;
const MOMENT = /^(?:(\d{4}-\d{2}-\d{2}))?[ T]?(?:(\d{2}:\d{2}))?(?::\d{2})?$/;

/**
 * One comparison of an expression. Numeric when both sides are numbers; by date, time or yes/no when the variable is one;
 * else text without regard to case. An unset variable is empty text, and every order comparison with empty text fails.
 */
export function compare(test: Test, lookup: Lookup): boolean {
  const left = renderTemplate(test.left, (name) => lookup.value(name), plainText).trim();
  const right = renderTemplate(test.right, (name) => lookup.value(name), plainText).trim();
  switch (test.op) {
    case "exists": return left !== "";
    case "not_exists": return left === "";
    // Empty text is contained in everything; to a user that is a surprise, never an intention.
    case "contains": return right !== "" && fold(left).includes(fold(right));
    case "not_contains": return right === "" || !fold(left).includes(fold(right));
    case "starts_with": return right !== "" && fold(left).startsWith(fold(right));
    case "==": return order(test, left, right, lookup) === 0;
    case "!=": return order(test, left, right, lookup) !== 0;
  }
  if (left === "" || right === "") return false;
  const sign = order(test, left, right, lookup);
  switch (test.op) {
    case ">": return sign > 0;
    case ">=": return sign >= 0;
    case "<": return sign < 0;
    case "<=": return sign <= 0;
  }
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase();
const sign = (a: number | string, b: number | string) => (a < b ? -1 : a > b ? 1 : 0);

function order(test: Test, left: string, right: string, lookup: Lookup): number {
  if (NUMBER.test(left) && NUMBER.test(right)) return sign(Number(left), Number(right));
  const type = typeOfSide(test.left, lookup) ?? typeOfSide(test.right, lookup);
  if (type === "boolean") {
    const [a, b] = [parseBooleanText(left), parseBooleanText(right)];
    if (a !== null && b !== null) return sign(Number(a), Number(b));
  }
  const [a, b] = [momentOf(left, type, lookup), momentOf(right, type, lookup)];
  if (a && b) {
    // Only what both sides say is compared: `{{now}} >= 17:00` asks for the time of day, whatever the day.
    if (a.date && b.date && (a.date !== b.date || !a.time || !b.time)) return sign(a.date, b.date);
    if (a.time && b.time) return sign(a.time, b.time);
  }
  return sign(fold(left), fold(right));
}

function typeOfSide(side: string, lookup: Lookup) {
  const name = onlyVariable(side);
  return name === null ? undefined : lookup.typeOf(name);
}

function momentOf(text: string, type: string | undefined, lookup: Lookup): { date?: string; time?: string } | null {
  const match = MOMENT.exec(text);
  if (match && (match[1] || match[2])) return { date: match[1], time: match[2] };
  if (text === "") return null;
  if (type === "date") {
    const date = parseDateText(text, lookup.context);
    if (date) return { date };
  }
  if (type === "time" || type === "date") {
    const time = parseTimeText(text, lookup.context);
    if (time) return { time };
  }
  return null;
}
