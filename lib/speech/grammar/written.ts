import type { CompiledGrammar } from "./compile";

/**
 * Decoded words as the flow engine and the transcript have them: letters by themselves ("l_b" → "b"), what was said to
 * explain a letter left out ("b as in boy" → "b"), doubles doubled, and phrases as the flow writes them.
 */
export function toWritten(decoded: string, rewrites: CompiledGrammar["rewrites"]): string {
  let words = decoded.split(/\s+/).filter(Boolean).map((word) => word.replace(/\(\d+\)$/, ""));
  words = explainLetters(words);
  for (const { spoken, written } of rewrites) words = replaceAll(words, spoken, written);
  return words.map((word) => (word === "i" || word.startsWith("i'") ? `I${word.slice(1)}` : word)).join(" ");
}

function explainLetters(words: string[]): string[] {
  const output: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const letter = /^l_([a-z])$/.exec(words[index]!)?.[1];
    if (words[index] === "double" && words[index + 1]?.startsWith("l_")) {
      const doubled = words[++index]!.slice(2);
      output.push(doubled, doubled);
    } else if (letter) {
      output.push(letter);
      if (words[index + 1] === "as" && words[index + 2] === "in") index += 3;
      else if (words[index + 1] === "for" || words[index + 1] === "like") index += 2;
    } else output.push(words[index]!);
  }
  return output;
}

function replaceAll(words: string[], spoken: string[], written: string): string[] {
  const output: string[] = [];
  for (let index = 0; index < words.length; ) {
    if (spoken.every((word, offset) => words[index + offset] === word)) {
      output.push(written);
      index += spoken.length;
    } else output.push(words[index++]!);
  }
  return output;
}
