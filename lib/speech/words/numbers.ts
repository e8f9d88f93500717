/** Numbers as English words, the way a recogniser hears them: lower case, no hyphens. */

const ONES = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
] as const;
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"] as const;
const IRREGULAR_ORDINALS: Record<string, string> = {
  one: "first", two: "second", three: "third", five: "fifth", eight: "eighth", nine: "ninth", twelve: "twelfth",
};

/** 0 … 999,999,999,999 as words ("four hundred twenty one"); anything else as its digits. */
export function toNumberWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e12) return toDigitWords(String(value));
  if (value < 20) return ONES[value]!;
  if (value < 100) return join(TENS[Math.floor(value / 10)]!, value % 10);
  if (value < 1000) return join(`${ONES[Math.floor(value / 100)]} hundred`, value % 100);
  for (const [size, name] of [[1e9, "billion"], [1e6, "million"], [1e3, "thousand"]] as const) {
    if (value >= size) return join(`${toNumberWords(Math.floor(value / size))} ${name}`, value % size);
  }
  return "";
}

/** 1 → "first", 22 → "twenty second". */
export function toOrdinalWord(value: number): string {
  const words = toNumberWords(value).split(" ");
  const last = words.pop()!;
  const ordinal = IRREGULAR_ORDINALS[last] ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return [...words, ordinal].join(" ");
}

/** Each digit by itself: "407" → "four zero seven". Other characters are left out. */
export function toDigitWords(digits: string): string {
  return [...digits].filter((digit) => /\d/.test(digit)).map((digit) => ONES[Number(digit)]).join(" ");
}

function join(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${toNumberWords(rest)}`;
}
