import { UNITS } from "./number";

// What people put around an answer. Only at the beginning, and only when something is left.
const CARRIERS = /^(?:(?:um+|uh+|er+|erm|hm+|well|so|oh|okay|ok|yes|yeah|sure|hi|hello|hey|of course)[,.!]?\s+)*(?:(?:my (?:full |first |last |family )?name is|my (?:full |first |last )?name's|the name is|the name's|name is|this is|it is|it's|its|that is|that's|that would be|that'd be|it would be|i am called|i'm called|i am|i'm|im|call me|you can call me|i would like|i'd like|i want|i need|i have|i'll have|i will have|the answer is|my answer is|i'd say|i would say|let's say|it's for|it is for|it is about|it's about)\s+)?/iu;
const TAIL = /(?:[,]?\s+(?:please|thanks|thank you|thank you very much))+[.!]?$/iu;

/** An answer in free words without what people put around it: "my name is Anna Smith, thanks." is "Anna Smith"; spelled letters are joined. */
export function parseText(text: string): string | null {
  const trimmed = text.trim().replace(/\s+/g, " ");
  const bare = strip(strip(trimmed, CARRIERS), TAIL).replace(/[.,;!?]+$/u, "").trim();
  return !/[\p{L}\p{N}]/u.test(bare) ? null : joinSpelled(bare);
}

function strip(text: string, pattern: RegExp): string {
  const rest = text.replace(pattern, "").trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

/** "a n n a" and "A-N-N-A" are "Anna"; "a b one two" is "AB12". */
function joinSpelled(text: string): string {
  const parts = text.split(/[\s.,-]+/).filter(Boolean);
  const digit = (part: string) => (Object.hasOwn(UNITS, part.toLowerCase()) ? String(UNITS[part.toLowerCase()]) : part);
  const single = parts.map(digit);
  if (parts.length < 2 || !single.every((part) => /^[\p{L}\p{N}]$/u.test(part))) return text;
  const joined = single.join("");
  if (/^\p{N}+$/u.test(joined)) return joined;
  return /\p{N}/u.test(joined) ? joined.toUpperCase() : joined[0]!.toUpperCase() + joined.slice(1).toLowerCase();
}
