/** What a parser of spoken values may look at. */
export interface ValueContext {
  /** BCP 47, e.g. "en-US": decides the order of day and month, and the country of phone numbers. */
  language: string;
  /** ISO 8601 UTC: the moment at which the words were said. */
  now: string;
  /** IANA zone in which dates and times are meant. */
  timezone: string;
  callerNumber?: string | null;
}

/** "en" of "en-US". */
export const baseLanguage = (language: string) => language.toLowerCase().split(/[-_]/)[0] ?? "en";
/** "US" of "en-US", or "". */
export const regionOf = (language: string) => /[-_]([A-Za-z]{2})\b/.exec(language)?.[1]?.toUpperCase() ?? "";
