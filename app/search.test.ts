import { expect, it } from "vitest";
import { dayStart, oneOf, withParameters } from "./search";

it("ignores a filter that it does not know, instead of failing", () => {
  expect(oneOf("lively", ["live", "ended"])).toBeUndefined();
  expect(oneOf(["live", "x"], ["live", "ended"])).toBe("live");
});

it("leaves out what is absent", () => {
  expect(withParameters("/calls", { status: "live", cursor: undefined })).toBe("/calls?status=live");
  expect(withParameters("/calls", {})).toBe("/calls");
});

it.each([["2026-11-10", "2026-11-10T00:00:00.000Z"], ["2026-13-40", undefined], ["yesterday", undefined], [undefined, undefined]])("reads the day %s", (text, iso) => {
  expect(dayStart(text)?.toISOString()).toBe(iso);
});

it("counts days over the end of a month", () => {
  expect(dayStart("2026-11-30", 1)?.toISOString()).toBe("2026-12-01T00:00:00.000Z");
});
