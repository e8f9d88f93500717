import { describe, expect, it } from "vitest";
import type { Lookup } from "../engine/lookup";
import type { VariableType } from "../document/parts";
import type { Value } from "../engine/values";
import { compare } from "../engine/compare";
import { evaluate, words, type Condition } from "./registry";
import { OPERATORS } from "./expression";

function lookup(values: Record<string, Value> = {}, types: Record<string, VariableType> = {}): Lookup {
  return { value: (name) => values[name], typeOf: (name) => types[name], context: { language: "en-US", now: "2026-11-22T12:00:00Z", timezone: "UTC" } };
}
const holds = (left: string, op: string, right: string, values: Record<string, Value> = {}, types: Record<string, VariableType> = {}) => compare({ left, op: op as "==", right }, lookup(values, types));

describe("conditions in words", () => {
  it.each<[Condition, string]>([
    [{ type: "phrase", phrases: ["yes", "sure"] }, "says yes, sure"],
    [{ type: "keypad", keys: "1" }, "presses 1"],
    [{ type: "expression", match: "all", tests: [{ left: "{{age}}", op: ">=", right: "18" }] }, "age is 18 or more"],
    [{ type: "expression", match: "any", tests: [{ left: "{{customer_age}}", op: "<", right: "18" }, { left: "{{name}}", op: "not_exists", right: "" }] }, "customer age is less than 18 or name is not known"],
    [{ type: "silence", seconds: 1 }, "says nothing for 1 second"],
    [{ type: "prompt", text: "the caller wants a refund" }, "wants a refund"],
    [{ type: "outcome", is: "failure" }, "it failed"],
    [{ type: "always" }, "then"],
    [{ type: "otherwise" }, "otherwise"],
    [{ type: "phrase", phrases: [] }, "says …"],
  ])("%j", (condition, text) => expect(words(condition)).toBe(text));
});

describe("phrases", () => {
  const heard = (text: string, ...phrases: string[]) => evaluate({ type: "phrase", phrases }, { said: { text, understood: true }, lookup: lookup() })?.held;
  it.each([
    ["Yes!", "yes"], ["I don't know", "dont know"], ["I dont know", "don’t know"], ["number 2 please", "number two"], ["twenty-five", "25"], ["CAFÉ", "café"], ["ｙｅｓ", "yes"], ["我要退款谢谢", "退款"], ["well, call me back.", "call me back"],
  ])("%s contains %s", (text, phrase) => expect(heard(text, phrase)).toBe(true));
  it.each([["know", "no"], ["yes", ""], ["yes", "…"], ["call back", "call me back"], ["", "yes"], ["125", "25"]])("%s does not contain %s", (text, phrase) => expect(heard(text, phrase)).toBe(false));
  it("have nothing to do with keys", () => expect(evaluate({ type: "phrase", phrases: ["yes"] }, { pressed: "1", lookup: lookup() })).toBeNull());
});

describe("comparisons", () => {
  it.each([["10", ">", "9"], ["07", "==", "7"], ["1.50", "==", "1.5"], ["-2", "<", "1"], ["Anna", "==", "anna"], ["banana", ">", "apple"], ["apple pie", "contains", "PIE"], ["apple", "starts_with", "App"], ["apple", "not_contains", "pie"], ["a", "!=", "b"]])("%s %s %s", (l, op, r) => expect(holds(l, op, r)).toBe(true));
  it("an unset variable is empty: it does not exist, and every order comparison with it fails", () => {
    for (const op of [">", ">=", "<", "<="]) expect([holds("{{x}}", op, "1"), holds("1", op, "{{x}}"), holds("{{x}}", op, "")]).toEqual([false, false, false]);
    expect(holds("{{x}}", "not_exists", "")).toBe(true);
    expect(holds("{{x}}", "exists", "")).toBe(false);
    expect(holds("{{x}}", "==", "")).toBe(true);
    expect(holds("{{x}}", "!=", "a")).toBe(true);
    expect(holds("{{x | 5}}", ">", "4")).toBe(true);
  });
  it("dates and times compare as such when the variable is one", () => {
    const values = { day: "2026-11-27", time: "09:30", now: "2026-11-22 16:45", today: "2026-11-22" };
    const types = { day: "date", time: "time", now: "date", today: "date" } as const;
    expect(holds("{{day}}", ">", "tomorrow", values, types)).toBe(true);
    expect(holds("{{day}}", "==", "friday", values, types)).toBe(true);
    expect(holds("{{day}}", ">", "{{today}}", values, types)).toBe(true);
    expect(holds("{{time}}", "<", "10", values, types)).toBe(true);
    expect(holds("{{time}}", "<", "half past nine", values, types)).toBe(false);
    expect(holds("{{now}}", "<", "17:00", values, types)).toBe(true);
    expect(holds("{{now}}", ">", "2026-11-21", values, types)).toBe(true);
  });
  it("yes is true when the variable is one of yes and no", () => {
    expect(holds("{{ok}}", "==", "yes", { ok: true }, { ok: "boolean" })).toBe(true);
    expect(holds("{{ok}}", "==", "true", { ok: true }, { ok: "boolean" })).toBe(true);
    expect(holds("{{ok}}", "==", "no", { ok: true }, { ok: "boolean" })).toBe(false);
    expect(holds("{{ok}}", "!=", "yes", { ok: null }, { ok: "boolean" })).toBe(true);
  });
  it("any needs one test, all needs every one, none is never true", () => {
    const tests = [{ left: "1", op: "==" as const, right: "1" }, { left: "1", op: "==" as const, right: "2" }];
    const held = (match: "all" | "any", list = tests) => evaluate({ type: "expression", match, tests: list }, { lookup: lookup() })?.held;
    expect([held("any"), held("all"), held("all", []), held("any", [])]).toEqual([true, false, false, false]);
  });
  it("every operator has words", () => {
    for (const op of OPERATORS) expect(words({ type: "expression", match: "all", tests: [{ left: "{{a}}", op, right: "b" }] })).toMatch(/^a \S+/);
  });
});
