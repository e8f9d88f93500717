import { describe, expect, it } from "vitest";
import { NOBODY_YET } from "./problems";
import { clock, statusWords } from "./status-words";
import type { CallStatus } from "./types";

const call = (status: CallStatus, more = {}) => ({ status, problem: null, askingForMicrophone: false, endedBy: null, ...more });

describe("statusWords", () => {
  it.each([
    ["connecting", "Connecting"],
    ["waiting-for-agent", "Connecting"],
    ["reconnecting", "Connecting"],
    ["listening", "Listening"],
    ["thinking", "Listening"],
    ["speaking", "Speaking"],
    ["ended", "Ended"],
  ] as const)("%s is said with the word that scripts wait for", (status, word) => {
    expect(statusWords(call(status))).toContain(word);
  });

  it("says what is wrong and what to do instead", () => {
    expect(statusWords(call("waiting-for-agent", { problem: NOBODY_YET }))).toBe("Nobody has picked up yet. Trying again… Please hold the line.");
  });

  it("ends the first sentence before the second begins", () => {
    expect(statusWords(call("failed", { problem: { kind: "x", title: "All lines are busy", whatToDo: "Try later." } }))).toBe("All lines are busy. Try later.");
  });

  it("does not leave an old problem standing after the end", () => {
    expect(statusWords(call("ended", { problem: NOBODY_YET }))).toBe("Ended");
  });
});

describe("clock", () => {
  it.each([[0, "0:00"], [7_900, "0:07"], [750_000, "12:30"], [3_723_000, "1:02:03"], [-5, "0:00"]])("%d ms is %s", (ms, text) => {
    expect(clock(ms)).toBe(text);
  });
});
