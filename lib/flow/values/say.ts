import type { VariableType } from "../document/parts";
import type { Value } from "../engine/values";
import { MONTHS, WEEKDAYS } from "./date";
import { weekday } from "./calendar";
import { baseLanguage } from "./value-context";

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

/** "2026-11-27" as "Friday, November 27"; other languages get it as it is stored, which every voice reads somehow. */
export function sayDate(date: string, language: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}:\d{2}))?$/.exec(date);
  if (!match || baseLanguage(language) !== "en") return date;
  const text = `${capital(WEEKDAYS[weekday(date.slice(0, 10))]!)}, ${capital(MONTHS[Number(match[2]) - 1] ?? "")} ${Number(match[3])}`;
  return match[4] ? `${text}, ${sayTime(match[4], language)}` : text;
}

/** "14:30" as "2:30 PM". */
export function sayTime(time: string, language: string): string {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  if (!match || baseLanguage(language) !== "en") return time;
  const hour = Number(match[1]);
  return `${hour % 12 || 12}${match[2] === "00" ? "" : `:${match[2]}`} ${hour < 12 ? "AM" : "PM"}`;
}

/** A phone number digit by digit, in groups: "plus 1, 5 5 5, 1 2 3, 4 5 6 7". */
export function sayPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  const plus = phone.startsWith("+");
  const code = plus ? (digits.startsWith("1") ? 1 : 2) : 0;
  const groups: string[] = code > 0 ? [digits.slice(0, code)] : [];
  let rest = digits.slice(code);
  while (rest.length > 4) {
    groups.push(rest.slice(0, 3));
    rest = rest.slice(3);
  }
  if (rest) groups.push(rest);
  return (plus ? "plus " : "") + groups.map((group) => [...group].join(" ")).join(", ");
}

/** An address letter by letter where a voice would guess: "a n n a at example dot com". */
export function sayEmail(email: string): string {
  const [local = "", domain = ""] = email.split("@");
  const signs: Record<string, string> = { ".": "dot", _: "underscore", "-": "dash", "+": "plus" };
  return `${[...local].map((c) => signs[c] ?? c).join(" ")} at ${domain.replace(/\./g, " dot ")}`;
}

/** A value as the agent says it. `type` undefined: it says what is stored. */
export function sayValue(value: Value, type: VariableType | undefined, language: string): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  switch (type) {
    case "date": return sayDate(value, language);
    case "time": return sayTime(value, language);
    case "phone": return sayPhone(value);
    default: return value;
  }
}

/** A value read back so that the caller can check it. */
export function readBack(value: Value, type: VariableType, language: string): string {
  return type === "email" && typeof value === "string" ? sayEmail(value) : sayValue(value, type, language);
}
