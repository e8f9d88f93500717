import type { ShareLinkView } from "@/lib/share-links/share-link-view";

export type ShareLink = ShareLinkView;

/** What is entered when a link is made; texts as the fields have them. */
export interface ShareLinkDraft {
  name: string;
  version: string;
  expires: string;
  passcode: string;
  maxCalls: string;
  maxConcurrent: string;
}
export const NEW_LINK: ShareLinkDraft = { name: "", version: "latest", expires: "never", passcode: "", maxCalls: "", maxConcurrent: "" };

export const EXPIRY = [
  { value: "never", label: "Never", hours: null },
  { value: "day", label: "In a day", hours: 24 },
  { value: "week", label: "In a week", hours: 7 * 24 },
  { value: "month", label: "In 30 days", hours: 30 * 24 },
  { value: "year", label: "In a year", hours: 365 * 24 },
] as const;

/** The draft as the API wants it. `now` in milliseconds since the epoch. */
export function linkInput(draft: ShareLinkDraft, now: number): Record<string, unknown> {
  const hours = EXPIRY.find((choice) => choice.value === draft.expires)?.hours ?? null;
  const count = (text: string) => (text.trim() === "" ? null : Number(text));
  return {
    ...(draft.name.trim() ? { name: draft.name.trim() } : {}),
    version: draft.version === "latest" ? "latest" : Number(draft.version),
    expiresAt: hours === null ? null : new Date(now + hours * 3_600_000).toISOString(),
    ...(draft.passcode ? { passcode: draft.passcode } : {}),
    maxCalls: count(draft.maxCalls),
    maxConcurrent: count(draft.maxConcurrent),
  };
}

/** What is wrong with the draft, by field; empty when nothing is. */
export function linkErrors(draft: ShareLinkDraft): Partial<Record<keyof ShareLinkDraft, string>> {
  const errors: Partial<Record<keyof ShareLinkDraft, string>> = {};
  const wrong = (text: string) => text.trim() !== "" && !(Number.isSafeInteger(Number(text)) && Number(text) >= 1 && Number(text) <= 1_000_000);
  if (draft.passcode && draft.passcode.length < 4) errors.passcode = "At least 4 characters.";
  if (wrong(draft.maxCalls)) errors.maxCalls = "A whole number from 1 on, or nothing.";
  if (wrong(draft.maxConcurrent)) errors.maxConcurrent = "A whole number from 1 on, or nothing.";
  return errors;
}

/** The limits of a link in words, the telling ones first: "expired", "latest version", "passcode", "3 of 10 calls". `now` in ms since the epoch. */
export function linkFacts(link: ShareLink, now: number): { text: string; alarming: boolean }[] {
  const usedUp = link.maxCalls !== null && link.callsStarted >= link.maxCalls;
  const expired = link.expiresAt !== null && Date.parse(link.expiresAt) <= now;
  const calls = link.maxCalls === null ? `${link.callsStarted} ${link.callsStarted === 1 ? "call" : "calls"}` : `${link.callsStarted} of ${link.maxCalls} calls`;
  return [
    ...(expired ? [{ text: "Expired", alarming: true }] : []),
    { text: link.version === "latest" ? "Latest version" : `Version ${link.version}`, alarming: false },
    { text: calls, alarming: usedUp },
    ...(link.expiresAt && !expired ? [{ text: `Until ${new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" }).format(new Date(link.expiresAt))}`, alarming: false }] : []),
    ...(link.hasPasscode ? [{ text: "Passcode", alarming: false }] : []),
    ...(link.maxConcurrent !== null ? [{ text: `${link.maxConcurrent} at a time`, alarming: false }] : []),
  ];
}
