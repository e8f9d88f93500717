import { describe, expect, it } from "vitest";
import { linkErrors, linkFacts, linkInput, NEW_LINK, type ShareLink } from "./share-link";
import { fileName } from "./download";

const now = Date.parse("2026-11-10T12:00:00Z");
const link: ShareLink = { id: "1", agentId: "a", name: "", url: "", version: "latest", enabled: true, expiresAt: null, hasPasscode: false, maxCalls: null, maxConcurrent: null, allowedOrigins: [], callsStarted: 1, createdAt: "" };
const texts = (more: Partial<ShareLink>) => linkFacts({ ...link, ...more }, now).map((fact) => fact.text);

describe("linkInput", () => {
  it("leaves a limit open when its field is empty, instead of making it 0", () => {
    expect(linkInput(NEW_LINK, now)).toEqual({ version: "latest", expiresAt: null, maxCalls: null, maxConcurrent: null });
  });
  it("sends numbers, a moment and a pinned version", () => {
    expect(linkInput({ ...NEW_LINK, version: "3", expires: "day", maxCalls: "10", passcode: "4711" }, now)).toMatchObject({ version: 3, expiresAt: "2026-11-11T12:00:00.000Z", maxCalls: 10, passcode: "4711" });
  });
});

describe("linkErrors", () => {
  it.each(["0", "-1", "1.5", "many", "1e9"])("refuses %s as a number of calls", (maxCalls) => {
    expect(linkErrors({ ...NEW_LINK, maxCalls }).maxCalls).toBeTruthy();
  });
  it("accepts what is left empty", () => {
    expect(linkErrors(NEW_LINK)).toEqual({});
  });
});

describe("linkFacts", () => {
  it("says first that a link has expired, and not until when it holds", () => {
    expect(texts({ expiresAt: "2026-11-01T00:00:00Z" })).toEqual(["Expired", "Latest version", "1 call"]);
  });
  it("marks a link that has no calls left", () => {
    expect(linkFacts({ ...link, maxCalls: 1 }, now).find((fact) => fact.alarming)?.text).toBe("1 of 1 calls");
  });
});

describe("fileName", () => {
  it.each([["Front desk / night", "front-desk-night"], ["Café Zoë", "cafe-zoe"], ["../../etc", "etc"], ["日本", "agent"]])("%s becomes %s", (name, file) => {
    expect(fileName(name)).toBe(file);
  });
});
