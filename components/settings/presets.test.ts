import { expect, it } from "vitest";
import { PRESETS, providerErrors } from "./presets";

const draft = { provider: "groq", label: "", baseUrl: "https://api.groq.com/openai/v1", model: "", apiKey: "" };

it("every preset but the open one can be saved as it is", () => {
  for (const preset of PRESETS.filter((candidate) => candidate.id !== "other")) expect(providerErrors({ ...draft, ...preset, apiKey: "" })).toEqual({});
});

it.each(["", "Groq", "my provider", "-x", "local", "a".repeat(64)])("refuses the name %j, which documents could not use", (provider) => {
  expect(providerErrors({ ...draft, provider }).provider).toBeTruthy();
});

it.each(["", "api.groq.com", "ftp://x.example", "javascript:alert(1)"])("refuses the address %j", (baseUrl) => {
  expect(providerErrors({ ...draft, baseUrl }).baseUrl).toBeTruthy();
});
