import { timeOf } from "./calendar";
import { readCardinal } from "./number";
import { find, type Reading, type Token } from "./tokens";

type HalfDay = "am" | "pm" | null;

/**
 * A time of day. `bare` also takes a number alone ("three"). Without morning or afternoon said, 1 to 6 is the afternoon and
 * 7 to 12 is as it stands: what callers of an office mean.
 */
export function parseTime(tokens: Token[], bare: boolean): Reading<string> | null {
  return fractions(tokens) ?? special(tokens) ?? clock(tokens, bare);
}

function special(tokens: Token[]): Reading<string> | null {
  for (const [words, value] of [[["noon"], "12:00"], [["midday"], "12:00"], [["midnight"], "00:00"]] as const) {
    const at = find(tokens, words);
    if (at >= 0 && tokens[at - 1]?.text !== "after") return { value, from: at, to: at + 1 };
  }
  return null;
}

/** am or pm after a time: "pm", "p m", "in the afternoon", "tonight". Looks a few words ahead. */
function halfDay(tokens: Token[], at: number): { half: HalfDay; to: number } {
  const words = tokens.slice(at, at + 4).map((t) => t.text);
  const start = words[0] === "oclock" ? 1 : 0;
  const rest = words.slice(start);
  const is = (...pattern: string[]) => pattern.every((word, i) => rest[i] === word);
  for (const [pattern, half] of [
    [["am"], "am"], [["pm"], "pm"], [["a", "m"], "am"], [["p", "m"], "pm"], [["in", "the", "morning"], "am"], [["in", "the", "afternoon"], "pm"], [["in", "the", "evening"], "pm"],
    [["at", "night"], "pm"], [["tonight"], "pm"], [["this", "afternoon"], "pm"], [["this", "evening"], "pm"], [["this", "morning"], "am"],
  ] as [string[], HalfDay][]) {
    if (is(...pattern)) return { half, to: at + start + pattern.length };
  }
  return { half: null, to: at + start };
}

function build(hour: number, minute: number, half: HalfDay, tokens: Token[]): string | null {
  if (!Number.isInteger(hour) || hour > 24 || hour < 0) return null;
  const said = half ?? mentioned(tokens);
  let h = hour === 24 ? 0 : hour;
  if (h <= 12 && h > 0) {
    if (said === "pm" && h < 12) h += 12;
    else if (said === "am" && h === 12) h = 0;
    else if (said === null && h <= 6) h += 12;
  }
  return timeOf(h, minute);
}

/** Morning or evening said anywhere: "tomorrow morning at nine". */
function mentioned(tokens: Token[]): HalfDay {
  const words = tokens.map((t) => t.text);
  if (words.includes("morning")) return "am";
  return words.some((w) => w === "afternoon" || w === "evening" || w === "tonight") ? "pm" : null;
}

/** "half past two", "quarter to three", "ten past four", "half two". */
function fractions(tokens: Token[]): Reading<string> | null {
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]!.text;
    const amount = word === "half" ? { minutes: 30, to: at + 1 } : word === "quarter" ? { minutes: 15, to: at + 1 } : minutesAt(tokens, at);
    if (!amount) continue;
    const filler = tokens[amount.to]?.text === "minutes" ? amount.to + 1 : amount.to;
    const relation = tokens[filler]?.text;
    const past = relation === "past" || relation === "after";
    const before = relation === "to" || relation === "till" || relation === "before";
    const british = word === "half" && !past && !before;
    if (!past && !before && !british) continue;
    const hourAt = british ? filler : filler + 1;
    const named = tokens[hourAt]?.text === "noon" || tokens[hourAt]?.text === "midday" ? { value: 12, to: hourAt + 1 } : tokens[hourAt]?.text === "midnight" ? { value: 24, to: hourAt + 1 } : readCardinal(tokens, hourAt);
    if (!named || named.value < 1 || named.value > 24) continue;
    const after = halfDay(tokens, named.to);
    const minute = amount.minutes;
    // Midnight is named 24, so that "quarter to midnight" is before it.
    const hour = named.value === 24 && !before ? 0 : named.value;
    if (before) {
      // "quarter to one" is 12:45: the hour said decides the half of the day, then one is taken off.
      const whole = build(hour, 0, after.half, tokens);
      if (!whole) continue;
      const total = (Number(whole.slice(0, 2)) * 60 - minute + 1440) % 1440;
      return { value: timeOf(Math.floor(total / 60), total % 60)!, from: tokens[at - 1]?.text === "a" ? at - 1 : at, to: after.to };
    }
    const value = hour === 0 ? timeOf(0, minute) : build(hour, minute, after.half, tokens);
    if (value) return { value, from: at, to: after.to };
  }
  return null;
}

function minutesAt(tokens: Token[], at: number): { minutes: number; to: number } | null {
  const number = readCardinal(tokens, at);
  return number && Number.isInteger(number.value) && number.value >= 1 && number.value < 60 ? { minutes: number.value, to: number.to } : null;
}

/** "2:30", "14:30", "two thirty", "three o'clock", "at three", "3 pm". */
function clock(tokens: Token[], bare: boolean): Reading<string> | null {
  for (let at = 0; at < tokens.length; at++) {
    const written = /^(\d{1,2})[:.](\d{2})$/.exec(tokens[at]!.text);
    const hour: (Reading<number> & { minute?: number }) | null = written ? { value: Number(written[1]), from: at, to: at + 1 } : hourAt(tokens, at);
    if (!hour) {
      // "twenty five" is no hour, and neither is its "five".
      at = Math.max(at, (readCardinal(tokens, at)?.to ?? 0) - 1);
      continue;
    }
    if (hour.minute !== undefined) {
      const value = bare ? timeOf(hour.value, hour.minute) : null;
      if (value) return { value, from: at, to: hour.to };
      continue;
    }
    const minute = written ? { value: Number(written[2]), to: hour.to } : minuteAfter(tokens, hour.to);
    const after = halfDay(tokens, minute?.to ?? hour.to);
    const led = tokens[at - 1]?.text === "at" || tokens[at - 1]?.text === "around" || tokens[at - 1]?.text === "about";
    const oclock = tokens[minute?.to ?? hour.to]?.text === "oclock";
    const sure = (written && tokens[at]!.text.includes(":")) || led || oclock || after.half !== null;
    if (!sure && !bare) continue;
    const value = build(hour.value, minute?.value ?? 0, after.half, tokens);
    if (value) return { value, from: led ? at - 1 : at, to: after.to };
  }
  return null;
}

/** An hour: one of the words and numbers up to 24; "1430" and "fourteen hundred" come with their minutes. */
function hourAt(tokens: Token[], at: number): (Reading<number> & { minute?: number }) | null {
  const number = readCardinal(tokens, at);
  if (!number || !Number.isInteger(number.value)) return null;
  if (number.value <= 24) return number;
  const military = /^\d{4}$/.test(tokens[at]!.text) || tokens[number.to - 1]!.text === "hundred";
  return military && number.value < 2400 ? { ...number, value: Math.floor(number.value / 100), minute: number.value % 100 } : null;
}

/** Minutes after an hour: "thirty", "oh five", "forty five". */
function minuteAfter(tokens: Token[], at: number): { value: number; to: number } | null {
  const word = tokens[at]?.text;
  if (word === "hundred") return { value: 0, to: at + 1 };
  const zero = word === "oh" || word === "o" || word === "zero";
  const number = readCardinal(tokens, zero ? at + 1 : at);
  if (!number || !Number.isInteger(number.value) || number.value > 59) return null;
  if (zero ? number.value > 9 : number.value < 10) return null;
  return { value: number.value, to: number.to };
}
