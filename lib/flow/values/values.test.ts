import { describe, expect, it } from "vitest";
import type { VariableType } from "../document/parts";
import { convert } from "./convert";
import { readValue } from "./index";
import { keyCount, readKeys, takesKeys } from "./keys";
import { parseText } from "./text";
import { readBack, sayValue } from "./say";
import { tokensOf } from "./tokens";
import type { ValueContext } from "./value-context";

/** A Sunday, noon in London. */
const context: ValueContext = { language: "en-US", now: "2026-11-22T12:00:00Z", timezone: "Europe/London", callerNumber: "+15550001111" };
const read = (type: VariableType, text: string, extra: Partial<ValueContext> & { choices?: string[]; current?: boolean } = {}) =>
  readValue(tokensOf(text), { type, choices: extra.choices }, { ...context, ...extra }, extra.current ?? true)?.value ?? null;

describe("numbers", () => {
  it.each([
    ["twenty five", 25], ["25", 25], ["I am twenty-five years old", 25], ["a hundred and five", 105], ["one hundred", 100], ["two thousand and six", 2006], ["three hundred twelve", 312], ["a dozen", 12], ["half a dozen", 6], ["two dozen", 24],
    ["a couple of them", 2], ["two point five", 2.5], ["2.5", 2.5], ["1,200", 1200], ["minus three", -3], ["one two three", 123], ["zero", 0], ["none", 0], ["three and a half", 3.5], ["ninety nine", 99], ["five million", 5_000_000], ["nineteen", 19], ["four five oh six", 4506], ["twenty", 20],
  ])("%s is %d", (text, value) => expect(read("number", text)).toBe(value));

  it.each(["banana", "", "two or three", "first", "point", "hundredfold", "2026-11-22"])("%s is none", (text) => expect(read("number", text)).toBeNull());
});

describe("yes and no", () => {
  it.each(["yes", "Yeah!", "yes please", "sure", "that's right", "of course", "no problem", "why not", "I think so", "please", "okay", "absolutely", "uh huh", "correct"])("%s is a yes", (text) => expect(read("boolean", text)).toBe(true));
  it.each(["no", "Nope.", "no thanks", "not really", "I don't think so", "of course not", "absolutely not", "that's wrong", "never", "no please", "not right now", "that's not right"])("%s is a no", (text) => expect(read("boolean", text)).toBe(false));
  it.each(["maybe", "banana", ""])("%s is neither", (text) => expect(read("boolean", text)).toBeNull());
});

describe("choices", () => {
  const choices = ["small", "large", "extra large", "Pepperoni pizza", "tuna"];
  it.each([
    ["large please", "large"], ["an extra large one", "extra large"], ["SMALL!", "small"], ["pepperoni", "Pepperoni pizza"], ["two pepperoni pizzas", "Pepperoni pizza"], ["tunas", "tuna"], ["the second one", "large"], ["option three", "extra large"], ["the last one", "tuna"],
  ])("%s is %s", (text, value) => expect(read("choice", text, { choices })).toBe(value));
  it.each(["small or large", "huge", "larger", ""])("%s is none", (text) => expect(read("choice", text, { choices })).toBeNull());
  it("a place in the list is no answer to another question", () => expect(read("choice", "the second one", { choices, current: false })).toBeNull());
});

describe("dates, said on Sunday, 22 November 2026", () => {
  it.each([
    ["today", "2026-11-22"], ["tomorrow", "2026-11-23"], ["tomorrow morning at nine", "2026-11-23"], ["the day after tomorrow", "2026-11-24"], ["friday", "2026-11-27"], ["on Friday please", "2026-11-27"], ["sunday", "2026-11-29"], ["this friday", "2026-11-27"], ["next friday", "2026-11-27"], ["friday next week", "2026-11-27"],
    ["the third of may", "2027-05-03"], ["May 3rd", "2027-05-03"], ["may the third", "2027-05-03"], ["december twenty fourth", "2026-12-24"], ["24 December", "2026-12-24"], ["the twenty first of december twenty twenty eight", "2028-12-21"], ["november 22", "2026-11-22"], ["november 21", "2027-11-21"],
    ["5/3", "2027-05-03"], ["12/24/2026", "2026-12-24"], ["2027-01-31", "2027-01-31"], ["in three days", "2026-11-25"], ["in a week", "2026-11-29"], ["two weeks from now", "2026-12-06"], ["in a month", "2026-12-22"], ["the twenty fifth", "2026-11-25"], ["the first", "2026-12-01"], ["february 29", "2028-02-29"], ["yesterday", "2026-11-21"],
  ])("%s is %s", (text, value) => expect(read("date", text)).toBe(value));

  it.each(["soon", "may", "next week", "february 30", "banana", "in the morning", ""])("%s is none", (text) => expect(read("date", text)).toBeNull());
  it("day and month change places with the country", () => expect(read("date", "5/3", { language: "en-GB" })).toBe("2027-03-05"));
  it("next friday on a Monday is eleven days away, friday is four", () => {
    expect(read("date", "next friday", { now: "2026-11-23T12:00:00Z" })).toBe("2026-12-04");
    expect(read("date", "friday", { now: "2026-11-23T12:00:00Z" })).toBe("2026-11-27");
  });
  it("today is the day of the caller's zone, not of the machine's", () => {
    const now = "2026-11-22T23:30:00Z";
    expect(read("date", "today", { now, timezone: "Asia/Tokyo" })).toBe("2026-11-23");
    expect(read("date", "today", { now, timezone: "America/New_York" })).toBe("2026-11-22");
  });
});

describe("times", () => {
  it.each([
    ["half past two", "14:30"], ["quarter to three", "14:45"], ["a quarter past nine", "09:15"], ["ten past four", "16:10"], ["twenty to one", "12:40"], ["2:30 pm", "14:30"], ["2:30 p.m.", "14:30"], ["2:30", "14:30"], ["14:30", "14:30"], ["two thirty", "14:30"], ["nine oh five", "09:05"], ["at three", "15:00"], ["three", "15:00"], ["three o'clock", "15:00"], ["3 a.m.", "03:00"],
    ["eleven", "11:00"], ["noon", "12:00"], ["midnight", "00:00"], ["twelve", "12:00"], ["seven in the evening", "19:00"], ["nine in the morning", "09:00"], ["eight tonight", "20:00"], ["half past eleven at night", "23:30"], ["half two", "14:30"], ["tomorrow morning at six", "06:00"], ["fourteen hundred", "14:00"], ["quarter past noon", "12:15"],
  ])("%s is %s", (text, value) => expect(read("time", text)).toBe(value));
  it.each(["later", "banana", "twenty five", ""])("%s is none", (text) => expect(read("time", text)).toBeNull());
  it("a bare number is no time when another question was asked, at three is", () => {
    expect(read("time", "three", { current: false })).toBeNull();
    expect(read("time", "two of them at three", { current: false })).toBe("15:00");
  });
});

describe("phone numbers", () => {
  it.each([
    ["555 123 4567", "+15551234567"], ["five five five one two three four five six seven", "+15551234567"], ["it's triple five, one two three, four five six seven", "+15551234567"], ["plus four four twenty seven nine four six oh nine five eight", "+44279460958"], ["(555) 123-4567", "+15551234567"], ["double oh four four two oh seven nine four six oh nine five eight", "+442079460958"], ["1 555 123 4567", "+15551234567"], ["five five five one two", "55512"],
    ["eight hundred five five five one two one two", "+18005551212"], ["this number", "+15550001111"], ["the number I'm calling from", "+15550001111"],
  ])("%s is %s", (text, value) => expect(read("phone", text)).toBe(value));
  it("a national number gets its country", () => expect(read("phone", "0171 1234567", { language: "de-DE" })).toBe("+491711234567"));
  it.each(["banana", "one two", ""])("%s is none", (text) => expect(read("phone", text)).toBeNull());
});

describe("e-mail addresses", () => {
  it.each([
    ["anna@example.com", "anna@example.com"], ["Anna.Smith@Example.com.", "anna.smith@example.com"], ["anna at example dot com", "anna@example.com"], ["it's anna dot smith at example dot co dot uk thanks", "anna.smith@example.co.uk"], ["a n n a at gmail dot com", "anna@gmail.com"], ["john underscore smith four two at my dash company dot org", "john_smith42@my-company.org"],
    ["my email is bob at example dot com", "bob@example.com"],
  ])("%s is %s", (text, value) => expect(read("email", text)).toBe(value));
  it.each(["at noon dot", "anna", "meet me at the cafe", ""])("%s is none", (text) => expect(read("email", text)).toBeNull());
});

describe("free words", () => {
  it.each([
    ["My name is Anna Smith.", "Anna Smith"], ["it's Anna", "Anna"], ["Um, I'm Anna, thanks", "Anna"], ["Anna", "Anna"], ["a n n a", "Anna"], ["A-N-N-A", "Anna"], ["a b one two", "AB12"], ["five five", "55"], ["my name is", "my name is"], ["O'Brien", "O'Brien"], ["Anna-Maria", "Anna-Maria"],
  ])("%s is %s", (text, value) => expect(parseText(text)).toBe(value));
  it.each(["", "…", "?!"])("%s is none", (text) => expect(parseText(text)).toBeNull());
});

describe("answers by keys", () => {
  it("are read by the type of the question", () => {
    expect(readKeys("42#", { type: "number" }, context)).toBe(42);
    expect(readKeys("2*5", { type: "number" }, context)).toBe(2.5);
    expect(readKeys("1", { type: "boolean" }, context)).toBe(true);
    expect(readKeys("2", { type: "boolean" }, context)).toBe(false);
    expect(readKeys("2", { type: "choice", choices: ["a", "b"] }, context)).toBe("b");
    expect(readKeys("3", { type: "choice", choices: ["a", "b"] }, context)).toBeNull();
    expect(readKeys("1430", { type: "time" }, context)).toBe("14:30");
    expect(readKeys("2460", { type: "time" }, context)).toBeNull();
    expect(readKeys("1224", { type: "date" }, context)).toBe("2026-12-24");
    expect(readKeys("24122027", { type: "date" }, { ...context, language: "de-DE" })).toBe("2027-12-24");
    expect(readKeys("5551234567#", { type: "phone" }, context)).toBe("+15551234567");
    expect(readKeys("#", { type: "number" }, context)).toBeNull();
  });
  it("say how many keys make an answer", () => {
    expect(keyCount({ type: "boolean" })).toBe(1);
    expect(keyCount({ type: "choice", choices: ["a"] })).toBe(1);
    expect(keyCount({ type: "phone" })).toBeNull();
    expect(takesKeys({ type: "email" })).toBe(false);
  });
});

describe("putting values into variables and into words", () => {
  it("converts to the declared type, and unsets what does not fit", () => {
    expect(convert("18", { type: "number" }, context)).toBe(18);
    expect(convert("eighteen", { type: "number" }, context)).toBe(18);
    expect(convert("old", { type: "number" }, context)).toBeNull();
    expect(convert("yes", { type: "boolean" }, context)).toBe(true);
    expect(convert("tomorrow", { type: "date" }, context)).toBe("2026-11-23");
    expect(convert("3 pm", { type: "time" }, context)).toBe("15:00");
    expect(convert("LARGE", { type: "choice", choices: ["large"] }, context)).toBe("large");
    expect(convert(5, { type: "text" }, context)).toBe("5");
    expect(convert("", { type: "number" }, context)).toBeNull();
  });
  it("says dates, times, phones and yes/no as people do", () => {
    expect(sayValue("2026-11-27", "date", "en-US")).toBe("Friday, November 27");
    expect(sayValue("14:30", "time", "en-US")).toBe("2:30 PM");
    expect(sayValue("09:00", "time", "en-US")).toBe("9 AM");
    expect(sayValue("+15551234567", "phone", "en-US")).toBe("plus 1, 5 5 5, 1 2 3, 4 5 6 7");
    expect(sayValue(true, "boolean", "en-US")).toBe("yes");
    expect(readBack("a_b@example.com", "email", "en-US")).toBe("a underscore b at example dot com");
  });
});
