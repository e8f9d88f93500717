/** An unfinished `{{nam` in front of the caret: where its name begins and what is typed of it; null when there is none. */
export function openTemplate(text: string, caret: number): { from: number; typed: string } | null {
  const start = text.lastIndexOf("{{", caret - 1);
  if (start === -1 || start + 2 > caret) return null;
  const typed = text.slice(start + 2, caret);
  return /^\s*[A-Za-z0-9_.]*$/.test(typed) ? { from: start, typed: typed.trim() } : null;
}

/** The text with the unfinished template replaced by `{{name}}` (braces that are there already are used), and the caret behind it. */
export function completeTemplate(text: string, from: number, caret: number, name: string): { text: string; caret: number } {
  const rest = text.slice(caret).replace(/^[A-Za-z0-9_.]*\s*\}{0,2}/, "");
  const head = `${text.slice(0, from)}{{${name}}}`;
  return { text: head + rest, caret: head.length };
}
