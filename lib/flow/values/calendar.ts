/** Dates and times of day as text (`YYYY-MM-DD`, `HH:MM`), computed without the machine's own zone or clock. */

// Making a formatter costs far more than using it. A call has one zone, a process few.
const formatters = new Map<string, Intl.DateTimeFormat | null>();

function formatterFor(timezone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(timezone);
  if (known !== undefined) return known;
  if (formatters.size > 1000) formatters.clear();
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat("en-US", { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: timezone });
  } catch {
    // No such zone: null says so.
  }
  formatters.set(timezone, made);
  return made;
}

function partsIn(at: string, timezone: string): Record<string, string> {
  const time = Date.parse(at);
  const format = (timezone === "" ? null : formatterFor(timezone)) ?? formatterFor("UTC")!;
  return Object.fromEntries(format.formatToParts(Number.isNaN(time) ? 0 : time).map((part) => [part.type, part.value]));
}

/** Is this an IANA zone that dates can be computed in? */
export function isTimezone(timezone: string): boolean {
  return timezone !== "" && formatterFor(timezone) !== null;
}

/** The date in a zone, `YYYY-MM-DD`. */
export function localDate(at: string, timezone: string): string {
  const p = partsIn(at, timezone);
  return `${(p.year ?? "1970").padStart(4, "0")}-${p.month}-${p.day}`;
}

/** The time of day in a zone, `HH:MM`, 24 hours. */
export function localTime(at: string, timezone: string): string {
  const p = partsIn(at, timezone);
  return `${p.hour}:${p.minute}`;
}

/** Days later (or earlier); `YYYY-MM-DD` in and out. */
export function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Same day of a later month, or that month's last day. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return dateOf(first.getUTCFullYear(), first.getUTCMonth() + 1, Math.min(day, last))!;
}

/** Day of the week, 0 Sunday to 6 Saturday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** `YYYY-MM-DD`, or null when there is no such day. */
export function dateOf(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text ? text : null;
}

/** `HH:MM`, or null when there is no such time. */
export function timeOf(hour: number, minute: number): string | null {
  if (!Number.isInteger(hour) || !Number.isInteger(minute) || hour < 0 || hour > 23 || minute < 0 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
