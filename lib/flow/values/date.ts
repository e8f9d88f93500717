import { addDays, addMonths, dateOf, localDate, weekday } from "./calendar";
import { readCardinal, TENS, UNITS } from "./number";
import { find, type Reading, type Token } from "./tokens";
import { regionOf, type ValueContext } from "./value-context";

export const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
export const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const ORDINAL_UNITS = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
const SUFFIX = new Set(["st", "nd", "rd", "th"]);
const DAY_FIRST_EXCEPT = new Set(["US", "PH", "FM", "MH", "PW", ""]);

const monthIndex = (word: string | undefined) => (word === undefined ? -1 : MONTHS.findIndex((m) => m === word || (word.length >= 3 && word !== "mar" && m.slice(0, 3) === word) || (word === "sept" && m === "september") || (word === "mar" && m === "march")));
const weekdayIndex = (word: string | undefined) => (word === undefined ? -1 : WEEKDAYS.findIndex((d) => d === word || `${d}s` === word));

/** A day of the month: "third", "twenty first", "3rd", "3", "three". `ordinal` tells the first three kinds from the rest. */
function readDay(tokens: Token[], at: number): (Reading<number> & { ordinal: boolean }) | null {
  const word = tokens[at]?.text;
  if (word === undefined) return null;
  if (/^\d{1,2}$/.test(word)) {
    const suffix = SUFFIX.has(tokens[at + 1]?.text ?? "");
    return { value: Number(word), from: at, to: at + (suffix ? 2 : 1), ordinal: suffix };
  }
  const single = ORDINAL_UNITS.indexOf(word);
  if (single > 0) return { value: single, from: at, to: at + 1, ordinal: true };
  if (word === "thirtieth") return { value: 30, from: at, to: at + 1, ordinal: true };
  const tens = Object.hasOwn(TENS, word) ? TENS[word]! : 0;
  const unit = ORDINAL_UNITS.indexOf(tokens[at + 1]?.text ?? "");
  if (tens > 0 && unit > 0 && unit < 10) return { value: tens + unit, from: at, to: at + 2, ordinal: true };
  const cardinal = readCardinal(tokens, at);
  return cardinal && cardinal.value >= 1 && cardinal.value <= 31 && Number.isInteger(cardinal.value) ? { ...cardinal, ordinal: false } : null;
}

/** A year after a day and a month: "2027", "twenty twenty seven", "two thousand twenty seven". */
function readYear(tokens: Token[], at: number): Reading<number> | null {
  const start = tokens[at]?.text === "in" || tokens[at]?.text === "of" ? at + 1 : at;
  const whole = readCardinal(tokens, start);
  if (whole && whole.value >= 1900 && whole.value <= 2200) return { ...whole, from: at };
  if (tokens[start]?.text === "two" && tokens[start + 1]?.text === "thousand") {
    const rest = readCardinal(tokens, start + 2);
    return { value: 2000 + (rest && rest.value < 100 ? rest.value : 0), from: at, to: rest && rest.value < 100 ? rest.to : start + 2 };
  }
  const century = tokens[start]?.text === "nineteen" ? 1900 : tokens[start]?.text === "twenty" ? 2000 : 0;
  const rest = century ? readCardinal(tokens, start + 1) : null;
  return rest && rest.value >= 10 && rest.value < 100 && !Object.hasOwn(UNITS, tokens[start + 1]!.text) ? { value: century + rest.value, from: at, to: rest.to } : null;
}

/** The next such day from today on. */
function upcoming(today: string, month: number, day: number): string | null {
  const year = Number(today.slice(0, 4));
  for (const candidate of [year, year + 1, year + 2, year + 3, year + 4]) {
    const date = dateOf(candidate, month, day);
    if (date !== null && date >= today) return date;
  }
  return null;
}

/** A date in the words of a caller, in the future where nothing else is said. `bare` also takes "the third" and "3". */
export function parseDate(tokens: Token[], context: ValueContext, bare: boolean): Reading<string> | null {
  const today = localDate(context.now, context.timezone);
  return relative(tokens, today) ?? numeric(tokens, today, context) ?? named(tokens, today) ?? weekdays(tokens, today) ?? dayOnly(tokens, today, bare);
}

function relative(tokens: Token[], today: string): Reading<string> | null {
  const fixed: [string[], string][] = [
    [["the", "day", "after", "tomorrow"], addDays(today, 2)], [["day", "after", "tomorrow"], addDays(today, 2)], [["tomorrow"], addDays(today, 1)], [["tomorrows"], addDays(today, 1)],
    [["today"], today], [["todays"], today], [["tonight"], today], [["this", "evening"], today], [["this", "afternoon"], today], [["this", "morning"], today], [["day", "before", "yesterday"], addDays(today, -2)], [["yesterday"], addDays(today, -1)],
  ];
  for (const [words, value] of fixed) {
    const at = find(tokens, words);
    if (at >= 0) return { value, from: at, to: at + words.length };
  }
  // "in three days", "a week from now", "two weeks from today"
  for (let at = 0; at < tokens.length; at++) {
    const count = tokens[at]!.text === "a" || tokens[at]!.text === "an" ? { value: 1, to: at + 1 } : readCardinal(tokens, at);
    if (!count || count.value > 1000 || !Number.isInteger(count.value)) continue;
    const unit = /^(day|week|fortnight|month|year)s?$/.exec(tokens[count.to]?.text ?? "")?.[1];
    if (!unit) continue;
    const after = tokens.slice(count.to + 1, count.to + 3).map((t) => t.text).join(" ");
    const from = tokens[at - 1]?.text === "in" ? at - 1 : /^from (now|today)$/.test(after) ? at : -1;
    if (from < 0) continue;
    const to = from < at ? count.to + 1 : count.to + 3;
    const value = unit === "month" ? addMonths(today, count.value) : unit === "year" ? addMonths(today, 12 * count.value) : addDays(today, count.value * (unit === "day" ? 1 : unit === "week" ? 7 : 14));
    return { value, from, to };
  }
  return null;
}

function numeric(tokens: Token[], today: string, context: ValueContext): Reading<string> | null {
  for (const [at, token] of tokens.entries()) {
    const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(token.text);
    const value = iso ? dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) : slashed(token.text, today, context);
    if (value !== null) return { value, from: at, to: at + 1 };
  }
  return null;
}

function slashed(text: string, today: string, context: ValueContext): string | null {
  const match = /^(\d{1,2})([/.\-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  // "2.5" is a number in English; only a year makes it a date.
  if (!match || ((match[2] === "." || match[2] === "-") && match[4] === undefined)) return null;
  const [a, b] = [Number(match[1]), Number(match[3])];
  const monthFirst = DAY_FIRST_EXCEPT.has(regionOf(context.language)) && context.language.toLowerCase().startsWith("en");
  const orders: [number, number][] = monthFirst ? [[a, b], [b, a]] : [[b, a], [a, b]];
  for (const [month, day] of orders) {
    const year = match[4] === undefined ? null : match[4].length === 2 ? 2000 + Number(match[4]) : Number(match[4]);
    const date = year === null ? upcoming(today, month, day) : dateOf(year, month, day);
    if (date !== null) return date;
  }
  return null;
}

/** "third of may", "may the 3rd", "3 may 2027". */
function named(tokens: Token[], today: string): Reading<string> | null {
  for (let at = 0; at < tokens.length; at++) {
    const month = monthIndex(tokens[at]!.text);
    if (month < 0) continue;
    const before = dayBefore(tokens, at);
    const after = readDay(tokens, tokens[at + 1]?.text === "the" ? at + 2 : at + 1);
    // "the twenty first of december twenty twenty eight": the day that is surely one comes first.
    const day = before?.ordinal || tokens[at - 1]?.text === "of" ? before : (after ?? before);
    if (!day) continue;
    const [from, to] = day === before ? [day.from, at + 1] : [at, day.to];
    const year = readYear(tokens, to);
    const value = year ? dateOf(year.value, month + 1, day.value) : upcoming(today, month + 1, day.value);
    if (value !== null) return { value, from, to: year?.to ?? to };
  }
  return null;
}

function dayBefore(tokens: Token[], month: number): ReturnType<typeof readDay> {
  const end = tokens[month - 1]?.text === "of" ? month - 1 : month;
  for (const start of [end - 2, end - 1]) {
    const day = start >= 0 ? readDay(tokens, start) : null;
    if (day && day.to === end) return day;
  }
  return null;
}

/** "friday" is the next one after today; "next friday" is the one of the next calendar week (which begins on Monday). */
function weekdays(tokens: Token[], today: string): Reading<string> | null {
  for (let at = 0; at < tokens.length; at++) {
    const wanted = weekdayIndex(tokens[at]!.text);
    if (wanted < 0) continue;
    const before = tokens[at - 1]?.text;
    const sinceMonday = (weekday(today) + 6) % 7;
    const isNext = before === "next" || (tokens[at + 1]?.text === "next" && tokens[at + 2]?.text === "week");
    const ahead = isNext ? 7 - sinceMonday + ((wanted + 6) % 7) : ((wanted - weekday(today) + 7) % 7 || 7);
    const oneMoreWeek = tokens[at + 1]?.text === "week" && before !== "next" ? 7 : 0;
    return { value: addDays(today, ahead + oneMoreWeek), from: before === "next" || before === "this" || before === "on" ? at - 1 : at, to: isNext && before !== "next" ? at + 3 : at + 1 + (oneMoreWeek ? 1 : 0) };
  }
  return null;
}

/** "the twenty fifth": of this month, or of the next one that has it. */
function dayOnly(tokens: Token[], today: string, bare: boolean): Reading<string> | null {
  if (!bare || tokens.some((token) => monthIndex(token.text) >= 0)) return null;
  for (let at = 0; at < tokens.length; at++) {
    const day = readDay(tokens, at);
    if (!day || (!day.ordinal && tokens.length > 2)) continue;
    for (let ahead = 0; ahead < 12; ahead++) {
      const month = addMonths(`${today.slice(0, 8)}01`, ahead);
      const date = dateOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day.value);
      if (date !== null && date >= today) return { value: date, from: day.from, to: day.to };
    }
  }
  return null;
}
