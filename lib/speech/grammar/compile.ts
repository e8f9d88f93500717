import { wordsOf } from "@/lib/flow/text/words";
import type { Expectation } from "../expectation";
import { guessPhones, pronounce, type Dictionary, type Respelling } from "../pronunciation";
import { spokenWords } from "../words/spoken";
import { ruleDefinitions, type RuleName } from "./rules";

/** What `compileGrammar` needs of an expectation; the rest does not change what may be said. */
export type Expected = Pick<Expectation, "phrases" | "asks" | "yesNo">;

export interface CompiledGrammar {
  /** For `Decoder.setGrammar`. */
  jsgf: string;
  /** Every word of the grammar with each way to say it, further ways as `word(2)`. */
  words: [word: string, phones: string][];
  /** Words that neither the dictionary nor the user knows. They are in the grammar by a guess, or left out with their phrase. */
  unknown: string[];
  /** How recognised words are written where the flow writes them otherwise ("one hundred" → "100"), longest first. */
  rewrites: { spoken: string[]; written: string }[];
}

const LETTER_NAMES: Record<string, string> = {
  a: "EY", b: "B IY", c: "S IY", d: "D IY", e: "IY", f: "EH F", g: "JH IY", h: "EY CH", i: "AY", j: "JH EY", k: "K EY", l: "EH L", m: "EH M",
  n: "EH N", o: "OW", p: "P IY", q: "K Y UW", r: "AA R", s: "EH S", t: "T IY", u: "Y UW", v: "V IY", w: "D AH B AH L Y UW", x: "EH K S",
  y: "W AY", z: "Z IY",
};
const LETTER = /^l_([a-z])$/;
/** Said in a row, several values may come in one sentence; a single question still allows "large, with mushrooms". */
const RULE_OF_TYPE: Partial<Record<Expectation["asks"][number]["type"], RuleName[]>> = {
  number: ["number"],
  boolean: ["yes_no"],
  date: ["date"],
  time: ["time"],
  phone: ["phone"],
  email: ["email", "spelled"],
  text: ["name", "spelled"],
};

/** The grammar of everything that the caller may sensibly say now, with the words people put around it. */
export function compileGrammar(expected: Expected, dictionary: Dictionary, respellings: readonly Respelling[] = []): CompiledGrammar {
  const unknown = new Set<string>();
  const pronunciations = new Map<string, string[]>();
  const rewrites: CompiledGrammar["rewrites"] = [];

  const sayable = (word: string): boolean => {
    if (pronunciations.has(word)) return true;
    const letter = LETTER.exec(word)?.[1];
    let ways = letter ? [LETTER_NAMES[letter]!] : pronounce(word, dictionary, respellings);
    if (letter === "z") ways.push("Z EH D");
    if (ways.length === 0) {
      unknown.add(word);
      const guess = guessPhones(word, dictionary);
      if (!guess) return false;
      ways = [guess];
    }
    pronunciations.set(word, [...new Set(ways)]);
    return true;
  };

  /** A phrase as words of the grammar, or nothing when it cannot be said. */
  const phraseWords = (phrase: string): string[] => {
    const spoken = spokenWords(phrase);
    if (spoken.length === 0 || !spoken.every((word) => /^[a-z']+$/.test(word) && sayable(word))) {
      for (const word of spoken) if (!/^[a-z']+$/.test(word)) unknown.add(word);
      return [];
    }
    if (wordsOf(spoken.join(" ")).join(" ") !== wordsOf(phrase).join(" ")) rewrites.push({ spoken, written: phrase });
    return spoken;
  };

  const isKnown = (phrase: string) => spokenWords(phrase).every((word) => pronounce(word, dictionary, respellings).length > 0);

  const phrases = distinct(expected.phrases.map(phraseWords));
  const choices = distinct(expected.asks.flatMap((ask) => [...(ask.choices ?? []), ...(ask.choices ?? []).flatMap(otherNumber).filter(isKnown)]).map(phraseWords));
  const nouns = distinct(expected.asks.flatMap((ask) => (ask.type === "choice" ? [nounOf(ask.variable)].filter(isKnown) : [])).map(phraseWords));
  const typed = [...new Set(expected.asks.flatMap((ask) => RULE_OF_TYPE[ask.type] ?? []))];
  const yesNo = expected.yesNo || typed.includes("yes_no");
  const values = [...typed.filter((name) => name !== "yes_no").map((name) => `<${name}>`), ...(choices.length > 0 ? ["<choice>"] : [])];

  const lines: string[] = [];
  const contents: string[] = [];
  if (phrases.length > 0) {
    lines.push(`<phrase> = ${phrases.join(" | ")};`);
    contents.push("<phrase>");
  }
  if (yesNo) contents.push("<yes_no>");
  if (choices.length > 0) lines.push(`<choice> = [<ordinary_article>] (${choices.join(" | ")}) [<noun>];`, "<ordinary_article> = a | an | the;");
  if (choices.length > 0) lines.push(`<noun> = ${["one", ...nouns].join(" | ")};`);
  if (values.length > 0) {
    const several = expected.asks.length > 1 || choices.length > 1;
    lines.push(`<value> = ${values.join(" | ")};`);
    // Right recursion is the only loop that JSGF has; a copy for each count would make the grammar many times larger.
    lines.push(several ? "<values> = <value> [[<joiner>] <values>];" : "<values> = <value>;");
    contents.push(`${yesNo ? "[yes | no] " : ""}<values>`);
  }

  // JSGF must have something; a caller of whom nothing is expected is told so by the recogniser not by an error.
  const content = contents.length > 0 ? contents.join(" | ") : "<VOID>";
  const text = [
    "#JSGF V1.0;",
    "grammar expected;",
    `public <utterance> = [<hesitation>] [<opening>] [<article>] (${content}) [<closing>];`,
    ...lines,
    ...ruleDefinitions(["hesitation", "opening", "article", "closing", "joiner", ...typed, ...(yesNo ? (["yes_no"] as const) : [])]),
  ].join("\n");
  for (const word of wordsOfGrammar(text)) sayable(word);

  return {
    jsgf: contents.length > 0 ? text : "",
    words: [...pronunciations].flatMap(([word, ways]) => ways.map((phones, index): [string, string] => [index === 0 ? word : `${word}(${index + 1})`, phones])),
    unknown: [...unknown],
    rewrites: rewrites.sort((a, b) => b.spoken.length - a.spoken.length),
  };
}

function distinct(phrases: string[][]): string[] {
  return [...new Set(phrases.filter((words) => words.length > 0).map((words) => words.join(" ")))];
}

/** The plural of a singular and the singular of a plural: the engine takes either for the choice. */
function otherNumber(choice: string): string[] {
  if (/[^s]s$/i.test(choice)) return [choice.slice(0, -1)];
  return /[a-z]$/i.test(choice) && !/(s|x|ch|sh|y)$/i.test(choice) ? [`${choice}s`] : [];
}

/** "pizza_size" lets callers say "a large pizza". */
function nounOf(variable: string): string {
  return variable.replace(/([a-z])([A-Z])/g, "$1 $2").split(/[_ ]/)[0]!;
}

function wordsOfGrammar(jsgf: string): Set<string> {
  const bodies = jsgf.split("\n").slice(2).join("\n").replace(/<[^>]*>/g, " ").replace(/\bpublic\b/g, " ");
  return new Set(bodies.match(/[a-z_']+/g) ?? []);
}
