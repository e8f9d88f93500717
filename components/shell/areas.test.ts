import { describe, expect, it } from "vitest";
import { AREAS, isCurrent, isFullWindow } from "./areas";

describe("isFullWindow", () => {
  it.each([["/agents/0195-abc", true], ["/agents", false], ["/agents/new", false], ["/calls/0195-abc", false], ["/settings", false]])("%s: %s", (path, full) => {
    expect(isFullWindow(path)).toBe(full);
  });
});

describe("isCurrent", () => {
  it("marks the area on the pages below it, and not areas that begin alike", () => {
    const calls = AREAS.find((area) => area.href === "/calls")!;
    expect(isCurrent(calls, "/calls/1")).toBe(true);
    expect(isCurrent(calls, "/callsigns")).toBe(false);
  });
});
