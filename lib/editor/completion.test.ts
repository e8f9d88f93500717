import { describe, expect, it } from "vitest";
import { completeTemplate, openTemplate } from "./completion";

describe("variable completion", () => {
  it("opens after {{ and closes behind }}", () => {
    expect(openTemplate("Hello {{", 8)).toEqual({ from: 6, typed: "" });
    expect(openTemplate("Hello {{cust", 12)).toEqual({ from: 6, typed: "cust" });
    expect(openTemplate("Hello {{name}} and", 18)).toBeNull();
    expect(openTemplate("Hello {{name | you", 18)).toBeNull();
    expect(openTemplate("Hello {", 7)).toBeNull();
  });

  it("does not double braces or leave the rest of an old name", () => {
    expect(completeTemplate("Hi {{cu}}!", 3, 7, "customer")).toEqual({ text: "Hi {{customer}}!", caret: 15 });
    expect(completeTemplate("Hi {{", 3, 5, "x")).toEqual({ text: "Hi {{x}}", caret: 8 });
    expect(completeTemplate("Hi {{customer}} ok", 3, 7, "name")).toEqual({ text: "Hi {{name}} ok", caret: 11 });
  });
});
