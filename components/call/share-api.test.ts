import { describe, expect, it } from "vitest";
import { linkProblem, problemCode } from "./share-api";

describe("problemCode", () => {
  it.each([
    ["https://parley.dev/problems/link_expired", "link_expired"],
    ["/problems/link-expired", "link_expired"],
    ["urn:parley:link_expired", "link_expired"],
    ["about:blank", "blank"],
  ])("reads the stable end of %s", (type, code) => {
    expect(problemCode({ type })).toBe(code);
  });
  it("survives an answer that is no problem document", () => {
    expect(problemCode(null)).toBe("");
    expect(problemCode({ type: 5 })).toBe("");
  });
});

describe("linkProblem", () => {
  it("tells a caller to try again only where that can help", () => {
    expect(linkProblem("link_busy", 429).whatToDo).toMatch(/again/);
    expect(linkProblem("link_expired", 410).whatToDo).not.toMatch(/try again/);
  });
  it("does not blame the caller when the server is down", () => {
    expect(linkProblem("", 503).title).toMatch(/not available/);
  });
});
