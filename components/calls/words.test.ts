import { describe, expect, it } from "vitest";
import { durationWords, endReasonWords, partWords, spread, valueWords } from "./words";

describe("words for calls", () => {
  it.each([[0, "0 s"], [59_400, "59 s"], [60_000, "1 min"], [65_000, "1 min 5 s"], [3_600_000, "1 h"], [3_720_000, "1 h 2 min"]])("%d ms is %s", (ms, text) => {
    expect(durationWords(ms)).toBe(text);
  });
  it("shows a reason that it does not know rather than nothing", () => {
    expect(endReasonWords("meteor_strike")).toBe("meteor strike");
  });
  it("tells no value from a value that is false or zero", () => {
    expect(valueWords(null)).toBeNull();
    expect(valueWords("")).toBeNull();
    expect(valueWords(false)).toBe("no");
    expect(valueWords(0)).toBe("0");
  });
  it("names parts that it does not know in readable words", () => {
    expect(partWords("firstTokenMs")).toBe("first token");
  });
  it("finds the middle and the 95th of a hundred", () => {
    expect(spread(Array.from({ length: 100 }, (_, i) => i + 1))).toEqual({ p50: 50, p95: 95 });
    expect(spread([7])).toEqual({ p50: 7, p95: 7 });
    expect(spread([])).toBeNull();
  });
});
