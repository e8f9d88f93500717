import { find, type Reading, type Token } from "./tokens";

// Longer forms come first: "not really" is a no though "really" alone may be a yes, "no problem" is a yes though it has "no".
const FORMS: [string, boolean][] = [
  ["i dont think so", false], ["not at the moment", false], ["that is not right", false], ["thats not right", false], ["that is not correct", false], ["thats not correct", false],
  ["that is wrong", false], ["thats wrong", false], ["absolutely not", false], ["definitely not", false], ["certainly not", false], ["of course not", false], ["not right now", false], ["not really", false],
  ["not yet", false], ["not now", false], ["not today", false], ["not correct", false], ["not right", false], ["no thank you", false], ["no thanks", false], ["no way", false], ["i do not", false], ["i dont", false],
  ["i am not", false], ["im not", false], ["i have not", false], ["i havent", false], ["it is not", false], ["it isnt", false], ["rather not", false],
  ["no problem", true], ["no worries", true], ["why not", true], ["of course", true], ["that is right", true], ["thats right", true], ["that is correct", true], ["thats correct", true], ["that is it", true], ["thats it", true],
  ["go ahead", true], ["sounds good", true], ["i think so", true], ["i do", true], ["i am", true], ["i have", true], ["it is", true], ["please do", true], ["for sure", true], ["you bet", true], ["all right", true], ["uh huh", true], ["mm hmm", true],
  ["not", false], ["no", false], ["nope", false], ["nah", false], ["never", false], ["negative", false], ["wrong", false], ["incorrect", false], ["false", false], ["nein", false], ["non", false],
  ["yes", true], ["yeah", true], ["yep", true], ["yup", true], ["ya", true], ["aye", true], ["sure", true], ["surely", true], ["correct", true], ["right", true], ["okay", true], ["ok", true], ["alright", true], ["absolutely", true],
  ["definitely", true], ["certainly", true], ["exactly", true], ["affirmative", true], ["indeed", true], ["perfect", true], ["true", true], ["fine", true], ["please", true], ["ja", true], ["oui", true], ["si", true], ["sí", true],
];
const BY_LENGTH = FORMS.map(([form, value]) => ({ words: form.split(" "), value })).sort((a, b) => b.words.length - a.words.length);

/** Yes or no. Both in one utterance: the one that was said first, if nothing else decides ("no, that's right" is no). */
export function parseBoolean(tokens: Token[]): Reading<boolean> | null {
  let best: Reading<boolean> | null = null;
  let bestLength = 0;
  const taken = new Set<number>();
  for (const { words, value } of BY_LENGTH) {
    const at = find(tokens, words);
    if (at < 0 || words.some((_w, i) => taken.has(at + i))) continue;
    words.forEach((_w, i) => taken.add(at + i));
    // "please" only counts when nothing else does: "no please", "yes please".
    const weak = words.length === 1 && words[0] === "please";
    if (best === null || (!weak && (at < best.from || bestLength === 0))) {
      best = { value, from: at, to: at + words.length };
      bestLength = weak ? 0 : words.length;
    }
  }
  return best;
}
