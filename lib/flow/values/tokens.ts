/** A word or number of an utterance as the value parsers read it. */
export interface Token {
  /** Lower case, apostrophes closed. */
  text: string;
  /** As it was heard. */
  raw: string;
}

/** Stands where another value was read: nothing matches it, so that values do not grow together over a gap. */
export const GAP: Token = { text: "\u0000", raw: "" };

const TOKEN = /[^\s@,;]+@[^\s@,;]+\.[^\s@,;]*[\p{L}\p{N}]|\d+(?:[.,:/\-–]\d+)*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|[@+_]/gu;

/** Splits an utterance. "2:30 p.m." is `2:30`, `pm`; "3rd" is `3`, `rd`; an e-mail address stays whole. */
export function tokensOf(text: string): Token[] {
  const flat = text.normalize("NFKC").replace(/\b([ap])\.\s?m\b\.?/gi, "$1m");
  return [...flat.matchAll(TOKEN)].map(([raw]) => ({ raw, text: raw.toLowerCase().replace(/['’]/g, "").replace(/–/g, "-") }));
}

/** A value read from some of the tokens: those from `from` up to, not including, `to`. */
export interface Reading<T> { value: T; from: number; to: number }

/** The tokens with a reading's ones taken out. */
export function without(tokens: Token[], reading: { from: number; to: number }): Token[] {
  return tokens.map((token, i) => (i >= reading.from && i < reading.to ? GAP : token));
}

/** First place where the words stand in a row, or -1. */
export function find(tokens: Token[], words: readonly string[], start = 0): number {
  outer: for (let at = start; at + words.length <= tokens.length; at++) {
    for (let i = 0; i < words.length; i++) if (tokens[at + i]!.text !== words[i]) continue outer;
    return words.length > 0 ? at : -1;
  }
  return -1;
}
