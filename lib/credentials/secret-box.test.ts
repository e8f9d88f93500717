import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { seal, unseal } from "./secret-box";

beforeEach(() => void vi.stubEnv("PARLEY_SECRET", "a".repeat(64)));
afterEach(() => void vi.unstubAllEnvs());

test("what is sealed opens again, and looks different each time", () => {
  const [one, two] = [seal("sk-secret", "credential:w1"), seal("sk-secret", "credential:w1")];
  expect(one).not.toBe(two);
  expect(one).not.toContain("sk-secret");
  expect(unseal(one, "credential:w1")).toBe("sk-secret");
});
test("copied into another workspace it does not open", () => {
  expect(() => unseal(seal("sk-secret", "credential:w1"), "credential:w2")).toThrow(/cannot be opened/);
});
test("one changed bit is noticed", () => {
  const sealed = seal("sk-secret", "c");
  const bytes = Buffer.from(sealed.slice(3), "base64url");
  bytes[bytes.length - 1]! ^= 1;
  expect(() => unseal(`v1.${bytes.toString("base64url")}`, "c")).toThrow(/cannot be opened/);
});
test("with another secret it does not open, and the message says why", () => {
  const sealed = seal("sk-secret", "c");
  vi.stubEnv("PARLEY_SECRET", "b".repeat(64));
  expect(() => unseal(sealed, "c")).toThrow(/PARLEY_SECRET/);
});
test("a shortened authentication tag is not accepted", () => {
  expect(() => unseal("v1.AAAA", "c")).toThrow();
});
