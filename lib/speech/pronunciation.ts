import { spokenWords } from "./words/spoken";

/** The words that the local recogniser has. Server only: see `dictionary.ts`. */
export interface Dictionary {
  /** Every way to say a lower-case word, in ARPABET phones without stress ("R EH D"); none when it is unknown. */
  pronunciations(word: string): string[];
}

/** How a word sounds, as the flow document has it: known words ("par lee") or ARPABET ("P AA R L IY"). */
export interface Respelling {
  word: string;
  soundsLike: string;
}

export const PHONES = new Set(
  "AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH".split(" "),
);

/** A respelling in phones, or null when it has a word that is itself unknown, or nothing at all. */
export function soundsLikeToPhones(soundsLike: string, dictionary: Dictionary): string | null {
  const phones = soundsLike.trim().split(/\s+/).map((phone) => phone.replace(/[0-2]$/, ""));
  if (phones.every((phone) => PHONES.has(phone))) return phones.join(" ");
  const words = spokenWords(soundsLike);
  const parts = words.map((word) => dictionary.pronunciations(word)[0]);
  return words.length > 0 && parts.every((part) => part !== undefined) ? parts.join(" ") : null;
}

/** Every way to say a word: as the user says it sounds, else as the dictionary has it. Empty when neither knows. */
export function pronounce(word: string, dictionary: Dictionary, respellings: readonly Respelling[] = []): string[] {
  const own = respellings
    .filter((respelling) => spokenWords(respelling.word).join(" ") === word)
    .map((respelling) => soundsLikeToPhones(respelling.soundsLike, dictionary))
    .filter((phones) => phones !== null);
  if (own.length > 0) return own;
  const known = dictionary.pronunciations(word);
  return known.length > 0 ? known : dictionary.pronunciations(word.replaceAll("'", ""));
}

export interface UnknownWord {
  word: string;
  /** A respelling to start from, made of known words where they can be found ("mush room"); null for other scripts. */
  suggestion: string | null;
}

/** The words of these texts that local speech would have to guess, each once. Numbers and symbols are read as words first. */
export function unknownWords(texts: readonly string[], dictionary: Dictionary, respellings: readonly Respelling[] = []): UnknownWord[] {
  const words = new Set(texts.flatMap(spokenWords));
  return [...words]
    .filter((word) => pronounce(word, dictionary, respellings).length === 0)
    .map((word) => ({ word, suggestion: suggestRespelling(word, dictionary) }));
}

const SHORTEST_PIECE = 2;

/**
 * How an unknown word may sound, as known words: the fewest that its letters can be cut into. Letters that belong to no
 * word are sounded by themselves, so that the result is then ARPABET. null when it is not written in English letters.
 */
export function suggestRespelling(word: string, dictionary: Dictionary): string | null {
  const pieces = cutIntoKnownWords(word, dictionary);
  if (!pieces) return null;
  return pieces.every((piece) => piece.known) ? pieces.map((piece) => piece.text).join(" ") : piecesToPhones(pieces, dictionary);
}

/** The phones of `suggestRespelling`: what the recogniser uses until the user says better. */
export function guessPhones(word: string, dictionary: Dictionary): string | null {
  const pieces = cutIntoKnownWords(word, dictionary);
  return pieces ? piecesToPhones(pieces, dictionary) : null;
}

interface Piece {
  text: string;
  known: boolean;
}

function cutIntoKnownWords(word: string, dictionary: Dictionary): Piece[] | null {
  const letters = word.replaceAll("'", "");
  if (!/^[a-z]{1,40}$/.test(letters)) return null;
  // Cheapest way to cut up to each letter. Short pieces and lone letters cost more: they are rarely said as themselves.
  const best: { cost: number; pieces: Piece[] }[] = [{ cost: 0, pieces: [] }];
  for (let end = 1; end <= letters.length; end++) {
    let chosen: { cost: number; pieces: Piece[] } | null = null;
    for (let start = 0; start < end; start++) {
      const text = letters.slice(start, end);
      const known = text.length >= SHORTEST_PIECE && dictionary.pronunciations(text).length > 0;
      if (!known && !(text in LETTER_SOUNDS)) continue;
      const cost = best[start]!.cost + (known ? 1 + 3 / text.length : 2.5 * (text.length === 1 ? 1 : 0.7));
      if (!chosen || cost < chosen.cost) chosen = { cost, pieces: [...best[start]!.pieces, { text, known }] };
    }
    best.push(chosen!);
  }
  return best[letters.length]!.pieces;
}

function piecesToPhones(pieces: Piece[], dictionary: Dictionary): string {
  return pieces
    .map(({ text, known }, index) => {
      if (known) return dictionary.pronunciations(text)[0]!;
      const silent = text === "e" && index === pieces.length - 1 && index > 0;
      return silent ? "" : LETTER_SOUNDS[text]!;
    })
    .filter(Boolean)
    .join(" ");
}

/** One letter or a pair as English most often sounds it. */
const LETTER_SOUNDS: Record<string, string> = {
  a: "AE", b: "B", c: "K", d: "D", e: "EH", f: "F", g: "G", h: "HH", i: "IH", j: "JH", k: "K", l: "L", m: "M", n: "N", o: "OW",
  p: "P", q: "K", r: "R", s: "S", t: "T", u: "AH", v: "V", w: "W", x: "K S", y: "IY", z: "Z",
  ch: "CH", sh: "SH", th: "TH", ph: "F", ck: "K", qu: "K W", ee: "IY", ea: "IY", oo: "UW", ou: "AW", ow: "OW", ai: "EY", ay: "EY",
  oi: "OY", oy: "OY", ng: "NG", er: "ER", or: "AO R", ar: "AA R", ie: "IY", ei: "AY", au: "AO", wh: "W", kn: "N", zh: "ZH",
  bb: "B", cc: "K", dd: "D", ff: "F", gg: "G", ll: "L", mm: "M", nn: "N", pp: "P", rr: "R", ss: "S", tt: "T", zz: "Z",
};
