import { loadDictionary } from "@/lib/speech/dictionary";
import { compileGrammar, type CompiledGrammar, type Expected } from "@/lib/speech/grammar/compile";
import { toWritten } from "@/lib/speech/grammar/written";
import type { Respelling } from "@/lib/speech/pronunciation";
import { conditionUtterance } from "./recogniser/condition";
import { Decoder } from "./recogniser/decoder";
import { SOUND_DECODER, SOUND_LOOP, WORD_COST, WORD_DECODER } from "./recogniser/sounds";
import { serve } from "./thread";

/** Thread program: one decoder, either for the words of a grammar or for any sounds. */
let decoder: Decoder | null = null;
let grammar: CompiledGrammar | null = null;

export interface ExpectRequest {
  expected: Expected;
  respellings: readonly Respelling[];
}

export interface DecodeAnswer {
  text: string;
  score: number;
}

function loaded(): Decoder {
  if (!decoder) throw new Error("The recogniser is not loaded.");
  return decoder;
}

serve({
  async load({ role }: { role: "words" | "sounds" }) {
    decoder = await Decoder.load(role === "words" ? WORD_DECODER : SOUND_DECODER);
    if (role === "sounds") decoder.setGrammar(SOUND_LOOP);
  },
  /** Gives the words that had to be guessed. */
  expect({ expected, respellings }: ExpectRequest): string[] {
    const next = compileGrammar(expected, loadDictionary(), respellings);
    loaded().addWords(next.words);
    if (next.jsgf) loaded().setGrammar(next.jsgf);
    grammar = next;
    return next.unknown;
  },
  decode({ samples }: { samples: Float32Array }): DecodeAnswer {
    const isWords = grammar !== null;
    if (isWords && !grammar?.jsgf) return { text: "", score: 0 };
    const { text, score } = loaded().decode(conditionUtterance(samples));
    if (!grammar) return { text, score };
    // The cost of words was for choosing among answers; how well the sound fits has nothing to do with their number.
    const wordCosts = text.split(" ").length * WORD_COST;
    return { text: toWritten(text, grammar.rewrites), score: score + wordCosts };
  },
});
