/** Scripts that are written without spaces: there every character counts as a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** "25" as the words "twenty five", so that it does not matter how a recogniser writes numbers. Only below 100: beyond, people say them in too many ways. */
function spellSmallNumber(word: string): string[] {
  if (!/^\d{1,2}$/.test(word) || (word.length === 2 && word.startsWith("0"))) return [word];
  const n = Number(word);
  if (n < 20) return [SMALL[n]!];
  return n % 10 === 0 ? [TENS[n / 10]!] : [TENS[Math.floor(n / 10)]!, SMALL[n % 10]!];
}

/**
 * The words of a text as phrases are compared: lower case, no punctuation, apostrophes closed ("don't" is "dont"),
 * small numbers spelled out. Any script; an empty or punctuation-only text has none.
 */
export function wordsOf(text: string): string[] {
  const flat = text.normalize("NFKC").toLowerCase().replace(/['’ʼ`´]/gu, "");
  const words: string[] = [];
  for (const [word] of flat.matchAll(WORD)) {
    if (UNSPACED.test(word)) words.push(...word);
    else words.push(...spellSmallNumber(word));
  }
  return words;
}

/** Where `part` begins in `whole` as consecutive words, or -1. An empty part is nowhere. */
export function indexOfWords(whole: readonly string[], part: readonly string[]): number {
  if (part.length === 0) return -1;
  outer: for (let at = 0; at + part.length <= whole.length; at++) {
    for (let i = 0; i < part.length; i++) if (whole[at + i] !== part[i]) continue outer;
    return at;
  }
  return -1;
}

/** True when the text contains the phrase as whole words. */
export function containsPhrase(text: string, phrase: string): boolean {
  return indexOfWords(wordsOf(text), wordsOf(phrase)) >= 0;
}
