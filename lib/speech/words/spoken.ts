import { toDigitWords, toNumberWords, toOrdinalWord } from "./numbers";

const LONGEST_READ_AS_NUMBER = 4;
const CURRENCIES: Record<string, [one: string, many: string]> = { $: ["dollar", "dollars"], "£": ["pound", "pounds"], "€": ["euro", "euros"] };

/**
 * The words of a written text as they are said in English: lower case, only letters and inner apostrophes. "24/7" is
 * twenty four seven, "$5" five dollars, "3rd" third. What has no reading (emoji, other scripts) is left as it is.
 */
export function spokenWords(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/([$£€])\s?(\d+)/g, (_, sign: string, amount: string) => ` ${amount} ${CURRENCIES[sign]![amount === "1" ? 0 : 1]} `)
    .replace(/(\d),(?=\d{3}\b)/g, "$1")
    .replace(/(\d)\s?%/g, "$1 percent")
    .replace(/\b(\d{1,2}):00\b/g, "$1 o'clock")
    .replace(/\b(\d{1,2}):0(\d)\b/g, "$1 oh $2")
    .replace(/\b(\d{1,2})(?::(\d{2}))?\s?([ap])\.?m\b\.?/g, (_, hour: string, minute: string | undefined, half: string) => `${hour} ${minute ?? ""} ${half} m`)
    .replace(/(\d+)(st|nd|rd|th)\b/g, (_, number: string) => ` ${toOrdinalWord(Number(number))} `)
    .replace(/(\d+)\.(\d+)/g, (_, whole: string, part: string) => `${readNumber(whole)} point ${toDigitWords(part)}`)
    .replace(/\d+/g, (number) => ` ${readNumber(number)} `)
    .replace(/&/g, " and ")
    .replace(/@/g, " at ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .split(" ")
    .map((word) => word.replace(/^'+|'+$/g, ""))
    .filter(Boolean);
}

function readNumber(digits: string): string {
  const leadingZero = digits.length > 1 && digits.startsWith("0");
  return leadingZero || digits.length > LONGEST_READ_AS_NUMBER ? toDigitWords(digits) : toNumberWords(Number(digits));
}
