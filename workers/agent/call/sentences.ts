/** Short pieces are joined to their neighbours: a voice sounds better with more context. */
const LEAST = 12;

/** Splits a text where a voice takes a breath, so that the first piece can play while the next is made. Loses no words. */
export function sentences(text: string): string[] {
  const clean = text.replace(/\s+/g, " ").trim();
  if (clean === "") return [];
  const pieces: string[] = [];
  let start = 0;
  for (const match of clean.matchAll(/[.!?…]+["')\]]*\s+/g)) {
    const end = match.index + match[0].length;
    const piece = clean.slice(start, end).trim();
    // "Dr. Smith", "e.g. this", "3. floor": not the end of a sentence.
    if (piece.length < LEAST && end < clean.length && !/[!?]/.test(match[0])) continue;
    if (/(?:\b(?:Dr|Mr|Mrs|Ms|St|No|e\.g|i\.e|a\.m|p\.m)|\b[A-Z])\.\s*$/.test(clean.slice(start, end))) continue;
    pieces.push(piece);
    start = end;
  }
  if (start < clean.length) pieces.push(clean.slice(start).trim());
  return pieces;
}

/**
 * Cuts a growing text into speakable pieces as early as sounds natural: the first piece may end at a comma, later ones at
 * the end of a sentence.
 */
export class ClauseCutter {
  private rest = "";
  private first = true;

  push(text: string): string[] {
    this.rest += text;
    const pieces: string[] = [];
    for (;;) {
      const end = this.cut();
      if (end === null) return pieces;
      const piece = this.rest.slice(0, end).trim();
      this.rest = this.rest.slice(end);
      if (piece !== "") {
        pieces.push(piece);
        this.first = false;
      }
    }
  }

  end(): string[] {
    const piece = this.rest.trim();
    this.rest = "";
    return piece === "" ? [] : [piece];
  }

  private cut(): number | null {
    const marks = this.first ? /[.!?…;:,–](?=\s)|[.!?…](?=["')\]]*\s)/g : /[.!?…]["')\]]*(?=\s)/g;
    for (const match of this.rest.matchAll(marks)) {
      const end = match.index + match[0].length;
      const isSentence = /[.!?…]/.test(match[0]);
      if (end >= (isSentence ? LEAST : 20) && !/\b(?:Dr|Mr|Mrs|Ms|St|No|[A-Z])\.$/.test(this.rest.slice(0, end))) return end;
    }
    return null;
  }
}
