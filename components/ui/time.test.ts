import { expect, it } from "vitest";
import { ago } from "./time";

it.each([[0, "just now"], [59, "just now"], [60, "1 minute ago"], [3599, "59 minutes ago"], [86_400, "yesterday"], [200_000, "2 days ago"]])("%d seconds ago reads as %s", (seconds, text) => {
  const now = Date.parse("2026-11-10T12:00:00Z");
  expect(ago(new Date(now - seconds * 1000).toISOString(), now)).toBe(text);
});
