import { describe, expect, it } from "vitest";
import { toSpeakable } from "./speakable";

const read = (text: string) => toSpeakable(text).join(" ");

describe("text for the voice", () => {
  it.each([
    ["It costs $5.40.", "It costs 5 dollars and 40 cents."],
    ["Only £1,200 today", "Only 1200 pounds today"],
    ["at 3:30 pm", "at 3 30 p m"],
    ["at 3:00", "at 3 o'clock"],
    ["at 3:05 a.m.", "at 3 oh 5 a m"],
    ["on 2026-05-03", "on May third, 2026"],
    ["Call +1 (415) 555-0123.", "Call plus 1, 4 1 5, 5 5 5, 0 1 2 3."],
    ["mail bob.s@example.com, please", "mail bob dot s at example dot com, please"],
    ["order #12345678", "order number 1, 2 3 4, 5 6 7 8"],
    ["**Bold** and [a link](https://x.example)", "Bold and a link"],
    ["50% off & more", "50 percent off and more"],
    ["café Straße", "cafe Strasse"],
  ])("reads %j as %j", (text, spoken) => expect(read(text)).toBe(spoken));

  it("gives nothing for text without anything to say", () => {
    for (const text of ["", "   ", "😀 😀", "…", "日本語", "\u0000\u0007"]) expect(toSpeakable(text)).toEqual([]);
  });

  it("keeps every sentence and word short, whatever comes", () => {
    const sentences = toSpeakable(`${"word ".repeat(2000)} ${"x".repeat(500)}`);
    expect(Math.max(...sentences.map((sentence) => sentence.length))).toBeLessThanOrEqual(240);
    expect(Math.max(...sentences.flatMap((sentence) => sentence.split(" ")).map((word) => word.length))).toBeLessThanOrEqual(30);
  });

  it("reads digits one by one when asked", () => {
    expect(toSpeakable("Your code is 4071", { digits: true })).toEqual(["Your code is 4 0 7 1"]);
  });
});
