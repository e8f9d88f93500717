import { wordsOf } from "../text/words";
import type { Reading, Token } from "./tokens";

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const NAMED_NUMBER = new Set(["number", "option", "choice"]);
const STOP = new Set(["a", "an", "the", "of", "with", "and", "or", "for", "in", "on", "to", "my", "no"]);

/** "pizzas" and "pizza" are the same choice. */
const singular = (word: string) => word.replace(/(?<=[a-z]{3})ies$/, "y").replace(/(?<=[a-z]{2}(?:s|x|ch|sh))es$/, "").replace(/(?<=[a-z]{2}[^s])s$/, "");

interface Word { text: string; token: number }

/** Each token's comparable words, with the token they come from: "25" may be two words. */
function comparable(tokens: Token[]): Word[] {
  return tokens.flatMap((token, i) => {
    const words = wordsOf(token.raw);
    return words.length === 0 ? [{ text: "\u0000", token: i }] : words.map((text) => ({ text: singular(text), token: i }));
  });
}

function findIn(words: Word[], wanted: string[]): { from: number; to: number } | null {
  outer: for (let at = 0; wanted.length > 0 && at + wanted.length <= words.length; at++) {
    for (let i = 0; i < wanted.length; i++) if (words[at + i]!.text !== wanted[i]) continue outer;
    return { from: words[at]!.token, to: words[at + wanted.length - 1]!.token + 1 };
  }
  return null;
}

/**
 * Which of the choices was said: whole words, singular or plural; else by a word that only one of them has ("pepperoni" for
 * "Pepperoni pizza"). Two different ones are no answer. `byPosition` also takes "the second one" and "option two".
 */
export function parseChoice(tokens: Token[], choices: readonly string[], byPosition: boolean): Reading<string> | null {
  const words = comparable(tokens);
  const options = choices.map((choice) => ({ choice, words: wordsOf(choice).map(singular) }));
  const found: Reading<string>[] = [];
  // Longest first, so that "extra large" is not taken for "large".
  for (const option of [...options].sort((a, b) => b.words.length - a.words.length)) {
    const hit = findIn(words, option.words);
    if (hit && !found.some((f) => hit.from < f.to && f.from < hit.to)) found.push({ value: option.choice, ...hit });
  }
  if (found.length > 0) return new Set(found.map((f) => f.value)).size === 1 ? found[0]! : null;

  const partial = options.flatMap((option) => {
    const distinctive = option.words.filter((word) => !STOP.has(word) && options.every((other) => other === option || !other.words.includes(word)));
    return distinctive.flatMap((word) => {
      const hit = findIn(words, [word]);
      return hit ? [{ value: option.choice, ...hit }] : [];
    });
  });
  if (partial.length > 0) return new Set(partial.map((f) => f.value)).size === 1 ? partial[0]! : null;
  return byPosition ? positional(words, choices) : null;
}

function positional(words: Word[], choices: readonly string[]): Reading<string> | null {
  for (const [i, word] of words.entries()) {
    const before = words[i - 1]?.text ?? "";
    let index = ORDINALS.indexOf(word.text);
    if (word.text === "last" && words[i + 1]?.text === "one") index = choices.length - 1;
    if (NAMED_NUMBER.has(before)) index = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"].indexOf(word.text);
    if (index >= 0 && index < choices.length) return { value: choices[index]!, from: NAMED_NUMBER.has(before) ? words[i - 1]!.token : word.token, to: word.token + 1 };
  }
  return null;
}
