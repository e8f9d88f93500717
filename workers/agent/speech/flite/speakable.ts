import { toOrdinalWord } from "@/lib/speech/words/numbers";

/** Long enough for a good melody, short enough that the next sentence is ready before this one has been played. */
const LONGEST_SENTENCE = 240;
/** Flite takes many seconds over one endless "word"; no word of English is this long. */
const LONGEST_WORD = 30;
/** About six minutes of speech; nobody listens to more in one go. */
const LONGEST_TEXT = 6000;
/** Digit strings from here on are read digit by digit: they are references or phones, not amounts. */
const LONGEST_AMOUNT_DIGITS = 6;

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const CURRENCIES: Record<string, { one: string; many: string; part: string; parts: string }> = {
  $: { one: "dollar", many: "dollars", part: "cent", parts: "cents" },
  "£": { one: "pound", many: "pounds", part: "penny", parts: "pence" },
  "€": { one: "euro", many: "euros", part: "cent", parts: "cents" },
};

export interface SpeakableOptions {
  /** Read every number digit by digit. */
  digits?: boolean;
}

/**
 * A text as sentences that Flite reads well: symbols, money, times, dates, phones and addresses as words, plain
 * ASCII, nothing too long. Text with nothing to say (empty, emoji only) gives no sentences.
 */
export function toSpeakable(text: string, options: SpeakableOptions = {}): string[] {
  return splitSentences(text)
    .map((sentence) => toPlainWords(sentence, options))
    .filter((sentence) => /[a-z0-9]/i.test(sentence))
    .flatMap(splitLong);
}

function splitSentences(text: string): string[] {
  const plain = text.slice(0, LONGEST_TEXT).replace(/\r\n?/g, "\n").replace(/\b(Dr|Mr|Mrs|Ms|St|Prof|No|vs|e\.g|i\.e|a\.m|p\.m)\. /gi, "$1 ");
  return plain.split(/(?<=[.!?…][)"'”’]*)\s+|\n+/).map((sentence) => sentence.trim()).filter(Boolean);
}

function toPlainWords(sentence: string, { digits = false }: SpeakableOptions): string {
  let words = sentence
    .normalize("NFKC")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, " - ")
    .replace(/…/g, ".")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, readAddress)
    .replace(/\bhttps?:\/\/(\S+?)\/?(?=[.,;:!?]?(\s|$))/gi, (_, rest: string) => readAddress(rest))
    .replace(/\b(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|io|dev|app|co\.uk|de|eu)\b/gi, readAddress)
    .replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, readDate)
    .replace(/([$£€])\s?(\d[\d,]*)(?:\.(\d{2}))?(?!\d)/g, readMoney)
    .replace(/\b(\d{1,2}):(\d{2})(?::\d{2})?(\s?[ap]\.?m\b\.?)?/gi, readTime)
    .replace(/\b(\d{1,2})\s?([ap])\.?m\b\.?/gi, (_, hour: string, half: string) => `${hour} ${half} m`)
    .replace(/\+?\d[\d ()-]{6,}\d/g, readPhone)
    .replace(/\b24\/7\b/g, "twenty four seven")
    .replace(/\be\.g\.?/gi, "for example")
    .replace(/\bi\.e\.?/gi, "that is");
  words = words.replace(/(\d),(?=\d{3}\b)/g, "$1");
  words = words.replace(/\d+/g, (number) => (digits || number.length > LONGEST_AMOUNT_DIGITS ? [...number].join(" ") : number));
  return words
    .replace(/(\d)\s?%/g, "$1 percent")
    .replace(/(\d)\s?°\s?([CF])?/g, "$1 degrees ")
    .replace(/&/g, " and ")
    .replace(/(?<=\s|^)\+(?=\s|\d)/g, " plus ")
    .replace(/#(?=\d)/g, "number ")
    .replace(/@/g, " at ")
    .replace(/=/g, " equals ")
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/[*_~`^|<>{}[\]\\#"]/g, " ")
    .replace(/\//g, " ")
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:!?](\s|$))/g, "")
    .replace(/\S{31,}/g, splitWord)
    .trim();
}

function readAddress(address: string): string {
  return ` ${address.replace(/@/g, " at ").replace(/\./g, " dot ").replace(/_/g, " underscore ").replace(/-/g, " dash ").replace(/\+/g, " plus ").replace(/\//g, " slash ")} `;
}

function readDate(whole: string, year: string, month: string, day: string): string {
  const name = MONTHS[Number(month) - 1];
  return name && Number(day) >= 1 && Number(day) <= 31 ? `${name} ${toOrdinalWord(Number(day))}, ${year}` : whole;
}

function readMoney(_whole: string, sign: string, amount: string, cents: string | undefined): string {
  const names = CURRENCIES[sign]!;
  const whole = Number(amount.replaceAll(",", ""));
  const parts = Number(cents ?? 0);
  const wholeWords = `${whole} ${whole === 1 ? names.one : names.many}`;
  if (parts === 0) return wholeWords;
  const partWords = `${parts} ${parts === 1 ? names.part : names.parts}`;
  return whole === 0 ? partWords : `${wholeWords} and ${partWords}`;
}

function readTime(whole: string, hour: string, minute: string, half: string | undefined): string {
  if (Number(hour) > 24 || Number(minute) > 59) return whole;
  const suffix = half ? ` ${half.trim()[0]} m` : "";
  if (minute === "00") return suffix ? `${Number(hour)}${suffix}` : Number(hour) <= 12 && Number(hour) > 0 ? `${Number(hour)} o'clock` : `${Number(hour)} hundred hours`;
  const minutes = minute.startsWith("0") ? `oh ${Number(minute)}` : minute;
  return `${Number(hour)} ${minutes}${suffix}`;
}

function readPhone(number: string): string {
  const figures = number.replace(/\D/g, "");
  if (figures.length < 7) return number;
  // The last four, and threes before them, as people say them; a comma makes Flite pause.
  const groups = [figures.slice(-4)];
  for (let end = figures.length - 4; end > 0; end -= 3) groups.unshift(figures.slice(Math.max(0, end - 3), end));
  return `${number.startsWith("+") ? "plus " : ""}${groups.map((group) => [...group].join(" ")).join(", ")} `;
}

function splitWord(word: string): string {
  return (word.match(new RegExp(`.{1,${LONGEST_WORD}}`, "g")) ?? []).join(" ");
}

function splitLong(sentence: string): string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST_SENTENCE) {
    const head = rest.slice(0, LONGEST_SENTENCE);
    const comma = Math.max(head.lastIndexOf(", "), head.lastIndexOf("; "), head.lastIndexOf(" - "));
    const cut = comma > LONGEST_SENTENCE / 3 ? comma + 1 : Math.max(head.lastIndexOf(" "), 1);
    pieces.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  if (rest) pieces.push(rest);
  return pieces;
}
