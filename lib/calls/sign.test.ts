import { describe, expect, it } from "vitest";
import { SIGNATURE_WINDOW_MS, isSigned, signatureHeaders } from "./sign";

const now = 1_790_000_000_000;
const signed = (key: string, body: string, at = now) => new Headers(signatureHeaders(key, body, at));

describe("signatures of workers", () => {
  it("accepts what was signed with the same key", () => {
    expect(isSigned("key", signed("key", "{}"), "{}", now)).toBe(true);
  });
  it("refuses another key, another body, and no signature at all", () => {
    expect(isSigned("other", signed("key", "{}"), "{}", now)).toBe(false);
    expect(isSigned("key", signed("key", "{}"), "{ }", now)).toBe(false);
    expect(isSigned("key", new Headers(), "{}", now)).toBe(false);
  });
  it("refuses everything when no key is configured, even a signature made with an empty key", () => {
    expect(isSigned("", signed("", "{}"), "{}", now)).toBe(false);
  });
  it("refuses a request that is sent again later", () => {
    expect(isSigned("key", signed("key", "{}"), "{}", now + SIGNATURE_WINDOW_MS + 1)).toBe(false);
  });
  it("refuses a signature whose time was changed", () => {
    const headers = signed("key", "{}");
    headers.set("x-parley-time", String(now + 1));
    expect(isSigned("key", headers, "{}", now)).toBe(false);
  });
});
