import { GAP, type Reading, type Token } from "./tokens";

export const UNITS: Record<string, number> = { zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 };
export const TEENS: Record<string, number> = { ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 };
export const TENS: Record<string, number> = { twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const MAGNITUDES: Record<string, number> = { thousand: 1000, million: 1_000_000 };
const own = <T>(table: Record<string, T>, word: string | undefined): T | undefined => (word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined);

/** A number written with digits: "25", "1,000", "2.5". null for dates, times and the like. */
export function writtenNumber(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? Number(text.replace(/,/g, "")) : null;
}

/** A cardinal number that begins at `at`: "twenty five", "a hundred and five", "25". Without signs and fractions. */
export function readCardinal(tokens: Token[], at: number): Reading<number> | null {
  const first = tokens[at]?.text;
  const written = first === undefined ? null : writtenNumber(first);
  let total = 0;
  let current: number | null = null;
  let i = at;
  if (written !== null) {
    const magnitude = own(MAGNITUDES, tokens[at + 1]?.text);
    return { value: magnitude ? written * magnitude : written, from: at, to: at + (magnitude ? 2 : 1) };
  }
  if (first === "half" && tokens[at + 1]?.text === "a" && tokens[at + 2]?.text === "dozen") return { value: 6, from: at, to: at + 3 };
  for (; i < tokens.length; i++) {
    const word = tokens[i]!.text;
    const next = tokens[i + 1]?.text;
    const unit = own(UNITS, word);
    const small = own(TEENS, word) ?? own(TENS, word);
    const magnitude = own(MAGNITUDES, word);
    if (unit !== undefined) {
      // "twenty five" grows; "five five" does not.
      if (current !== null && (current % 10 !== 0 || current % 100 === 10 || (current === 0) || unit === 0)) break;
      current = (current ?? 0) + unit;
    } else if (small !== undefined) {
      if (current !== null && (current % 100 !== 0 || current === 0)) break;
      current = (current ?? 0) + small;
    } else if (word === "hundred") {
      if (current !== null && (current > 99 || current === 0)) break;
      current = (current ?? 1) * 100;
    } else if (word === "dozen") {
      if (current !== null && current > 99) break;
      current = (current ?? 1) * 12;
      i++;
      break;
    } else if (magnitude !== undefined) {
      if (total > 0 && magnitude >= 1_000_000) break;
      total += (current ?? 1) * magnitude;
      current = null;
    } else if (word === "a" && current === null && total === 0 && (next === "hundred" || next === "thousand" || next === "million" || next === "dozen")) {
      continue;
    } else if (word === "a" && current === null && total === 0 && next === "couple") {
      current = 2;
      i += tokens[i + 2]?.text === "of" ? 3 : 2;
      break;
    } else if (word === "and" && (total > 0 || (current !== null && current >= 100)) && (own(UNITS, next) ?? own(TEENS, next) ?? own(TENS, next)) !== undefined) {
      continue;
    } else break;
  }
  return current === null && total === 0 ? null : { value: total + (current ?? 0), from: at, to: i };
}

/** The first number of an utterance, with sign and fraction; single digits in a row are one number ("one two three" is 123). */
export function parseNumber(tokens: Token[]): Reading<number> | null {
  for (let at = 0; at < tokens.length; at++) {
    const start = tokens[at]!.text === "minus" || tokens[at]!.text === "negative" ? at + 1 : at;
    let reading = readDigitRow(tokens, start) ?? readCardinal(tokens, start);
    if (!reading) {
      if (tokens[at]!.text === "none" || tokens[at]!.text === "nil") return { value: 0, from: at, to: at + 1 };
      continue;
    }
    reading = withFraction(tokens, reading);
    return { value: start > at ? -reading.value : reading.value, from: at, to: reading.to };
  }
  return null;
}

function readDigitRow(tokens: Token[], at: number): Reading<number> | null {
  let digits = "";
  let i = at;
  for (; i < tokens.length; i++) {
    const word = tokens[i]!.text;
    const digit = own(UNITS, word) ?? (/^\d$/.test(word) ? Number(word) : word === "oh" && digits !== "" ? 0 : undefined);
    if (digit === undefined) break;
    digits += digit;
  }
  return digits.length > 1 && digits.length < 16 ? { value: Number(digits), from: at, to: i } : null;
}

function withFraction(tokens: Token[], reading: Reading<number>): Reading<number> {
  const rest = tokens.slice(reading.to).map((t) => t.text);
  if (rest[0] === "point" || rest[0] === "dot") {
    let digits = "";
    let i = 1;
    for (; i < rest.length; i++) {
      const digit = own(UNITS, rest[i]) ?? (/^\d+$/.test(rest[i]!) ? rest[i] : rest[i] === "oh" ? 0 : undefined);
      if (digit === undefined) break;
      digits += digit;
    }
    if (digits !== "") return { value: Number(`${reading.value}.${digits}`), from: reading.from, to: reading.to + i };
  }
  if (rest[0] === "and" && rest[1] === "a" && rest[2] === "half") return { value: reading.value + 0.5, from: reading.from, to: reading.to + 3 };
  return reading;
}

/** Is there a second, different number? Then it is not clear which one is meant ("two or three"). */
export function isAmbiguous(tokens: Token[], reading: Reading<number>): boolean {
  const rest = [...tokens.slice(0, reading.to).map(() => GAP), ...tokens.slice(reading.to)];
  if (rest[reading.to]?.text !== "or") return false;
  const other = parseNumber(rest);
  return other !== null && other.value !== reading.value;
}
