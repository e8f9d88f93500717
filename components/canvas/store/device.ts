import type { LocalCopy } from "@/lib/editor/autosave";
import { fingerprint } from "@/lib/editor/fingerprint";
import { emptyHistory, type History } from "@/lib/editor/history";
import type { FlowDocument } from "@/lib/flow/document/schema";

/**
 * What the editor keeps in this browser. Each tab has its own working copy, so that two tabs on one agent do not overwrite each other;
 * a tab finds again what it kept before a reload, and what a tab that is gone left behind.
 */
const COPY = "parley.copy";
const HISTORY = "parley.history";
const TAB = "parley.tab";
const copyKey = (agent: string, tab: string) => `${COPY}.${agent}.${tab}`;

let claimed: Promise<string> | null = null;

/** This tab's name, the same for as long as the page lives. */
export function claimTab(): Promise<string> {
  claimed ??= claim();
  return claimed;
}

/** Names this tab, and holds a lock with the name, by which others see that it lives. */
async function claim(): Promise<string> {
  const alive = await livingTabs();
  let tab = read(sessionStorage, TAB);
  // A duplicated tab comes with a copy of the storage, and so with the name of the tab it was made from.
  if (!tab || alive.has(tab)) tab = Math.random().toString(36).slice(2, 10);
  write(sessionStorage, TAB, tab);
  navigator.locks?.request(`${TAB}.${tab}`, () => new Promise(() => {})).catch(() => {});
  return tab;
}

async function livingTabs(): Promise<Set<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.flatMap((lock) => (lock.name?.startsWith(`${TAB}.`) ? [lock.name.slice(TAB.length + 1)] : [])));
}

/** This tab's copy, or else the newest one of a tab that is gone (taken over: it is this tab's from now on). */
export async function findCopy(agent: string, tab: string): Promise<LocalCopy | null> {
  const own = parse<LocalCopy & { at: number }>(read(localStorage, copyKey(agent, tab)));
  if (own) return own;
  const alive = await livingTabs();
  let newest: { key: string; copy: LocalCopy & { at: number } } | null = null;
  for (let i = 0; i < localStorage.length; i++) {
    const key = localStorage.key(i)!;
    if (!key.startsWith(`${COPY}.${agent}.`) || alive.has(key.slice(COPY.length + agent.length + 2))) continue;
    const copy = parse<LocalCopy & { at: number }>(read(localStorage, key));
    if (copy && (!newest || copy.at > newest.copy.at)) newest = { key, copy };
  }
  if (!newest) return null;
  localStorage.removeItem(newest.key);
  keepCopy(agent, tab, newest.copy);
  return newest.copy;
}

/** Keeps a copy; null forgets it. Answers whether it worked: a full or forbidden storage must be said to the person. */
export function keepCopy(agent: string, tab: string, copy: LocalCopy | null): boolean {
  if (copy === null) {
    localStorage.removeItem(copyKey(agent, tab));
    return true;
  }
  return write(localStorage, copyKey(agent, tab), JSON.stringify({ ...copy, at: Date.now() }));
}

/** Keeps the steps of undo of this tab, with the document they lead to. */
export function keepHistory(agent: string, document: FlowDocument, history: History): void {
  const text = (steps: number) => JSON.stringify({ of: fingerprint(document), past: history.past.slice(-steps), future: history.future.slice(-steps) });
  // Large documents with large changes may not fit; fewer steps are better than none.
  for (const steps of [100, 30, 5]) if (write(sessionStorage, `${HISTORY}.${agent}`, text(steps))) return;
  sessionStorage.removeItem(`${HISTORY}.${agent}`);
}

/** The steps of undo, if they belong to this very document. */
export function findHistory(agent: string, document: FlowDocument): History {
  const kept = parse<History & { of: string }>(read(sessionStorage, `${HISTORY}.${agent}`));
  return kept && kept.of === fingerprint(document) ? { past: kept.past, future: kept.future } : emptyHistory;
}

function read(storage: Storage, key: string): string | null {
  try { return storage.getItem(key); } catch { return null; }
}
function write(storage: Storage, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
function parse<T>(text: string | null): T | null {
  if (text === null) return null;
  try { return JSON.parse(text) as T; } catch { return null; }
}
