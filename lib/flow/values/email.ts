import { UNITS } from "./number";
import type { Reading, Token } from "./tokens";

const SIGNS: Record<string, string> = { dot: ".", period: ".", underscore: "_", dash: "-", hyphen: "-", minus: "-", plus: "+", _: "_" };
const LEAD_INS = new Set(["is", "its", "it", "email", "address", "mail", "my", "the", "to", "at", "use", "yes", "sure", "me"]);

/** An e-mail address, written or said: "anna dot smith at example dot com", "a n n a at gmail dot com". Lower case. */
export function parseEmail(tokens: Token[]): Reading<string> | null {
  for (const [at, token] of tokens.entries()) {
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(token.text)) return { value: token.text, from: at, to: at + 1 };
  }
  for (let at = 1; at < tokens.length - 1; at++) {
    if (tokens[at]!.text !== "at" && tokens[at]!.text !== "@") continue;
    const domain = domainFrom(tokens, at + 1);
    const local = localBefore(tokens, at);
    if (domain && local) return { value: `${local.text}@${domain.text}`, from: local.from, to: domain.to };
  }
  return null;
}

function piece(token: Token | undefined): string | null {
  if (token === undefined) return null;
  if (Object.hasOwn(SIGNS, token.text)) return SIGNS[token.text]!;
  if (Object.hasOwn(UNITS, token.text)) return String(UNITS[token.text]);
  return /^[a-z0-9.\-]+$/.test(token.text) ? token.text : null;
}

function domainFrom(tokens: Token[], start: number): { text: string; to: number } | null {
  let text = "";
  let end = start;
  for (let at = start; at < tokens.length; at++) {
    const part = piece(tokens[at]);
    // After "dot com" a plain word is no longer the domain.
    if (part === null || (/\.[a-z]{2,}$/.test(text) && part !== ".") || part === "_" || part === "+") break;
    text += part;
    end = at + 1;
  }
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(text) ? { text, to: end } : null;
}

function localBefore(tokens: Token[], at: number): { text: string; from: number } | null {
  let text = "";
  let from = at;
  for (let i = at - 1; i >= 0; i--) {
    const word = tokens[i]!.text;
    const part = piece(tokens[i]);
    if (part === null || LEAD_INS.has(word)) break;
    const isSign = Object.hasOwn(SIGNS, word);
    const nextIsSign = from < at && Object.hasOwn(SIGNS, tokens[from]!.text);
    const spelled = word.length === 1 || /^\d+$/.test(part) || (from < at && (tokens[from]!.text.length === 1 || /^\d+$/.test(piece(tokens[from])!)));
    // Two whole words in a row are only joined by a sign; letters and digits are spelled out.
    if (from < at && !isSign && !nextIsSign && !spelled) break;
    text = part + text;
    from = i;
  }
  return /^[a-z0-9]([a-z0-9._+-]*[a-z0-9])?$/.test(text) ? { text, from } : null;
}
