import { TEENS, TENS, UNITS } from "./number";
import { find, type Reading, type Token } from "./tokens";
import { regionOf, type ValueContext } from "./value-context";

/** Country code, the digit that leads a national number, and how long national numbers are without it. */
const COUNTRIES: Record<string, { code: string; trunk: string; lengths: [number, number] }> = {
  US: { code: "1", trunk: "1", lengths: [10, 10] }, CA: { code: "1", trunk: "1", lengths: [10, 10] }, GB: { code: "44", trunk: "0", lengths: [9, 10] }, IE: { code: "353", trunk: "0", lengths: [7, 9] },
  DE: { code: "49", trunk: "0", lengths: [6, 11] }, AT: { code: "43", trunk: "0", lengths: [6, 12] }, CH: { code: "41", trunk: "0", lengths: [9, 9] }, FR: { code: "33", trunk: "0", lengths: [9, 9] },
  NL: { code: "31", trunk: "0", lengths: [9, 9] }, BE: { code: "32", trunk: "0", lengths: [8, 9] }, ES: { code: "34", trunk: "", lengths: [9, 9] }, IT: { code: "39", trunk: "", lengths: [8, 11] },
  AU: { code: "61", trunk: "0", lengths: [9, 9] }, NZ: { code: "64", trunk: "0", lengths: [8, 10] }, IN: { code: "91", trunk: "0", lengths: [10, 10] }, ZA: { code: "27", trunk: "0", lengths: [9, 9] },
};
const THIS_NUMBER = [["this", "number"], ["this", "one"], ["the", "number", "i", "am", "calling", "from"], ["the", "number", "im", "calling", "from"], ["the", "one", "im", "calling", "from"], ["the", "one", "i", "am", "calling", "from"], ["same", "number"]];

/** E.164 where the digits allow it for the language's country, else the digits alone; null when they cannot be a number. */
export function toPhone(digits: string, context: ValueContext): string | null {
  const plus = digits.startsWith("+");
  const bare = digits.replace(/\D/g, "");
  if (bare.length < 5 || bare.length > 15) return null;
  if (plus) return `+${bare}`;
  if (bare.startsWith("00") && bare.length > 8) return `+${bare.slice(2)}`;
  const country = COUNTRIES[regionOf(context.language)];
  if (!country) return bare;
  const fits = (national: string) => national.length >= country.lengths[0] && national.length <= country.lengths[1];
  if (country.trunk !== "" && bare.startsWith(country.trunk)) {
    const national = bare.slice(country.trunk.length);
    return fits(national) ? `+${country.code}${national}` : bare;
  }
  const needsTrunk = country.trunk === "0";
  return !needsTrunk && fits(bare) ? `+${country.code}${bare}` : bare;
}

/** A phone number said or written: digits, "oh", "double five", "triple one", "twenty five", "plus four four"; or "this number". */
export function parsePhone(tokens: Token[], context: ValueContext): Reading<string> | null {
  if (context.callerNumber) {
    for (const words of THIS_NUMBER) {
      const at = find(tokens, words);
      if (at >= 0) return { value: context.callerNumber, from: at, to: at + words.length };
    }
  }
  for (let at = 0; at < tokens.length; at++) {
    const row = digitsFrom(tokens, at);
    const value = row ? toPhone(row.value, context) : null;
    if (row && value !== null) return { value, from: at, to: row.to };
    if (row) at = row.to - 1;
  }
  return null;
}

function digitsFrom(tokens: Token[], start: number): Reading<string> | null {
  let digits = "";
  let end = start;
  for (let at = start; at < tokens.length; ) {
    const piece = pieceAt(tokens, at, digits === "");
    if (!piece) {
      // "555 … um … 1234": a filler between groups does not end the number.
      if (digits !== "" && /^(um|uh|and|then|dash)$/.test(tokens[at]!.text) && pieceAt(tokens, at + 1, false)) at++;
      else break;
      continue;
    }
    digits += piece.value;
    at = piece.to;
    end = at;
  }
  return /\d/.test(digits) ? { value: digits, from: start, to: end } : null;
}

function pieceAt(tokens: Token[], at: number, first: boolean): { value: string; to: number } | null {
  const word = tokens[at]?.text;
  if (word === undefined) return null;
  if (first && (word === "+" || word === "plus")) return { value: "+", to: at + 1 };
  const times = word === "double" ? 2 : word === "triple" || word === "treble" ? 3 : 0;
  if (times > 0) {
    const digit = digitOf(tokens[at + 1]?.text);
    return digit === null ? null : { value: digit.repeat(times), to: at + 2 };
  }
  const digit = digitOf(word);
  if (digit !== null) return tokens[at + 1]?.text === "hundred" ? { value: `${digit}00`, to: at + 2 } : { value: digit, to: at + 1 };
  if (/^\d+([-./]\d+)*$/.test(word)) return { value: word.replace(/\D/g, ""), to: at + 1 };
  if (Object.hasOwn(TEENS, word)) return { value: String(TEENS[word]), to: at + 1 };
  if (Object.hasOwn(TENS, word)) {
    const unit = tokens[at + 1]?.text;
    const grows = unit !== undefined && Object.hasOwn(UNITS, unit) && unit !== "zero";
    return { value: String(TENS[word]! + (grows ? UNITS[unit]! : 0)), to: at + (grows ? 2 : 1) };
  }
  return null;
}

function digitOf(word: string | undefined): string | null {
  if (word === undefined) return null;
  if (word === "oh" || word === "o" || word === "nought" || word === "naught") return "0";
  return Object.hasOwn(UNITS, word) ? String(UNITS[word]) : /^\d$/.test(word) ? word : null;
}
