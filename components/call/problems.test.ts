import { describe, expect, it } from "vitest";
import { CallRefused, microphoneProblem, startProblem } from "./problems";

const named = (name: string) => Object.assign(new Error("x"), { name });

describe("microphoneProblem", () => {
  it.each([
    ["NotAllowedError", "microphone-denied"],
    ["NotFoundError", "microphone-missing"],
    ["NotReadableError", "microphone-busy"],
    ["SomethingNew", "microphone-failed"],
  ])("tells %s from the others", (name, kind) => {
    expect(microphoneProblem(named(name), true).kind).toBe(kind);
  });

  it("blames the address, not the caller, where the browser offers no microphone at all", () => {
    expect(microphoneProblem(named("NotAllowedError"), false).kind).toBe("microphone-insecure");
  });

  it("always offers typing", () => {
    for (const name of ["NotAllowedError", "NotFoundError", "NotReadableError", "x"]) expect(microphoneProblem(named(name), true).whatToDo).toMatch(/typing/);
  });
});

describe("startProblem", () => {
  it("shows what the server said as it said it", () => {
    const problem = { kind: "limit", title: "All lines are busy", whatToDo: "Call again later." };
    expect(startProblem(new CallRefused(problem))).toBe(problem);
  });
});
