import { expect, it } from "vitest";
import { safeReturn } from "./safe-return";

it.each([
  ["/calls?status=live", "/calls?status=live"],
  ["https://evil.example/agents", "/agents"],
  ["//evil.example", "/agents"],
  ["/\\evil.example", "/agents"],
  ["/\t/evil.example", "/agents"],
  ["javascript:alert(1)", "/agents"],
  ["/sign-in?callbackUrl=/sign-in", "/agents"],
  ["", "/agents"],
  [undefined, "/agents"],
])("an address given as %j leads to %s", (given, path) => {
  expect(safeReturn(given)).toBe(path);
});
