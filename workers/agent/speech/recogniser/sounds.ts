import type { DecoderSettings, Pronounced } from "./decoder";
import { PHONES } from "@/lib/speech/pronunciation";

const SILENCE: Pronounced[] = [["<s>", "SIL"], ["</s>", "SIL"], ["<sil>", "SIL"]];
const NOISE: Pronounced[] = [["[NOISE]", "+NSN+"], ["[SPEECH]", "+SPN+"]];

const WORD_PROBABILITY = 1e-8;
/** What `WORD_PROBABILITY` takes from the score for each word: its logarithm to base 1.0001, as the decoder shifts it. */
export const WORD_COST = -Math.log(WORD_PROBABILITY) / Math.log(1.0001) / 1024;

/**
 * For the words of a grammar. All senones are computed so that its scores compare with those of the loop. Every word
 * costs a little (`wip`), so that an answer is not taken for a row of the small words that may stand around one.
 */
export const WORD_DECODER: DecoderSettings = {
  // Wider beams than the decoder's own: with those it lost "yes please" altogether, for a tenth of the time.
  config: { compallsen: true, wip: WORD_PROBABILITY, beam: 1e-64, pbeam: 1e-64, wbeam: 1e-48 },
  words: [["uh", "AH"]],
  fillers: [...SILENCE, ...NOISE],
};

const sounds = [...PHONES].map((phone): Pronounced => [`s_${phone.toLowerCase()}`, phone]);

/**
 * For any sounds at all: how well could this be said without any grammar? The phones are declared as fillers, which
 * have no neighbours' influence: that needs 117 of the model's 5138 senones, is more than twice as fast as a loop of
 * ordinary one-phone words, and rejects as well.
 */
export const SOUND_DECODER: DecoderSettings = {
  config: { compallsen: false, fsgusefiller: false, bestpath: false, wip: 1 },
  words: [["uh", "AH"]],
  fillers: [...SILENCE, ...sounds, ...NOISE],
};

export const SOUND_LOOP = `#JSGF V1.0;
grammar sounds;
public <any> = <sound>+;
<sound> = ${sounds.map(([word]) => word).join(" | ")};`;
