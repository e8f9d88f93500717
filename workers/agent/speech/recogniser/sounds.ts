import type { DecoderSettings, Pronounced } from "./decoder";
import { PHONES } from "@/lib/speech/pronunciation";

const SILENCE: Pronounced[] = [["<s>", "SIL"], ["</s>", "SIL"], ["<sil>", "SIL"]];
const NOISE: Pronounced[] = [["[NOISE]", "+NSN+"], ["[SPEECH]", "+SPN+"]];

/**
 * For the words of a grammar. All senones are computed so that its scores compare with those of the loop. Every word
 * costs a little (`wip`), so that an answer is not taken for a row of the small words that may stand around one.
 */
export const WORD_DECODER: DecoderSettings = {
  config: { compallsen: true, wip: 1e-8 },
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
