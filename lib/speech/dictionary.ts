import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Dictionary } from "./pronunciation";

const NEWLINE = 10;
/** The file is sorted but for a line or two; this many neighbours are looked at before a word counts as unknown. */
const NEIGHBOURS = 3;

let shared: Dictionary | null = null;

/** The recogniser's 134,000 English words. Server only (reads a file of 3 MB, once); a look-up takes microseconds. */
export function loadDictionary(): Dictionary {
  shared ??= openDictionary(readFileSync(dictionaryPath()));
  return shared;
}

const DICTIONARY = join("node_modules", "soundswallower", "model", "en-us", "dict.txt");

/** Found by its place above this module or the working directory: an import would make the web's bundler take the package in. */
function dictionaryPath(): string {
  const above = import.meta.url.startsWith("file:") ? dirname(fileURLToPath(import.meta.url)) : process.cwd();
  for (const start of [process.cwd(), above]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const path = join(/* turbopackIgnore: true */ folder, DICTIONARY);
      if (existsSync(path)) return path;
      if (folder === dirname(folder)) break;
    }
  }
  throw new Error("The recogniser's dictionary is missing. Run npm install.");
}

/** Looks words up in the sorted text by halving, which needs no index: every job process opens one. */
export function openDictionary(text: Buffer): Dictionary {
  const lineAt = (position: number) => {
    const start = position === 0 ? 0 : text.lastIndexOf(NEWLINE, position - 1) + 1;
    const end = text.indexOf(NEWLINE, start);
    return { start, end: end < 0 ? text.length : end };
  };
  const entryAt = (start: number) => {
    const { end } = lineAt(start);
    const line = text.toString("latin1", start, end);
    const gap = line.indexOf(" ");
    return { word: line.slice(0, gap).replace(/\(\d+\)$/, ""), phones: line.slice(gap + 1).trim(), next: end + 1 };
  };
  const isComment = (start: number) => text[start] === ";".charCodeAt(0);

  function firstNotBefore(word: string): number {
    let low = 0;
    let high = text.length;
    while (low < high) {
      const { start, end } = lineAt((low + high) >> 1);
      if (isComment(start) || entryAt(start).word < word) low = end + 1;
      else high = start;
    }
    return low;
  }

  return {
    pronunciations(word) {
      if (word === "" || /[\s;]/.test(word)) return [];
      const found: string[] = [];
      let position = firstNotBefore(word);
      for (let back = 0; back < NEIGHBOURS && position > 0; back++) position = lineAt(position - 1).start;
      for (let misses = 0; position < text.length && misses <= 2 * NEIGHBOURS; ) {
        const { word: here, phones, next } = entryAt(position);
        if (here === word) found.push(phones);
        else misses++;
        position = next;
      }
      return found;
    },
  };
}
