/** What Next gives a page of the address' parameters. */
export type Search = Record<string, string | string[] | undefined>;

/** A parameter's value; the first one when it is given several times; undefined when it is empty. */
export function one(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first || undefined;
}

/** One of the values that are known; anything else counts as absent, so that an old or mistyped link still opens. */
export function oneOf<T extends string>(value: string | string[] | undefined, known: readonly T[]): T | undefined {
  return known.find((candidate) => candidate === one(value));
}

/** A path with these parameters; absent ones are left out. */
export function withParameters(path: string, parameters: Record<string, string | undefined>): string {
  const search = new URLSearchParams(Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1])));
  return search.size ? `${path}?${search}` : path;
}

/** A day as date fields write it ("2026-11-10") as its first moment in UTC; undefined when it is none. */
export function dayStart(value: string | undefined, plusDays = 0): Date | undefined {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return undefined;
  date.setUTCDate(date.getUTCDate() + plusDays);
  return date;
}
