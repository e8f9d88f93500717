import { afterEach, expect, test, vi } from "vitest";
import { PEER_HEADER, clientIp } from "./client-ip";

afterEach(() => void vi.unstubAllEnvs());
const headers = new Headers({ [PEER_HEADER]: "203.0.113.9", "x-forwarded-for": "1.1.1.1, 198.51.100.7" });

test("a made-up X-Forwarded-For does not walk around limits", () => {
  expect(clientIp(headers)).toBe("203.0.113.9");
});
test("behind one proxy, the entry that this proxy wrote counts", () => {
  vi.stubEnv("PARLEY_TRUST_PROXY", "1");
  expect(clientIp(headers)).toBe("198.51.100.7");
});
