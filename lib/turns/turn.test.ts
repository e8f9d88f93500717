import { describe, expect, it } from "vitest";
import { dueAt, initialTurnState, turn } from "./turn";
import type { Decision, TimedEvent, Verdict } from "./types";

/** Plays a timeline: `#` is a voiced window of 32 ms, `.` a silent one; recognition answers after `recogniseMs`. */
function play(picture: string, options: { verdict?: Verdict | Verdict[]; recogniseMs?: number; before?: TimedEvent[]; on?: (d: Decision) => TimedEvent[] } = {}) {
  let state = initialTurnState();
  const seen: { at: number; decision: Decision }[] = [];
  const verdicts = [options.verdict ?? "moves"].flat();
  let pending: TimedEvent[] = [];
  const feed = (event: TimedEvent) => {
    const result = turn(state, event);
    state = result.state;
    for (const decision of result.decisions) {
      seen.push({ at: event.at, decision });
      if (decision.do === "speculate") {
        const verdict = verdicts[Math.min(decision.version, verdicts.length) - 1] ?? "moves";
        pending.push({ type: "recognised", at: event.at + (options.recogniseMs ?? 100), utterance: decision.utterance, version: decision.version, verdict });
      }
      for (const extra of options.on?.(decision) ?? []) feed({ ...extra, at: event.at });
    }
  };
  for (const event of options.before ?? []) feed(event);
  [...picture].forEach((window, i) => {
    const at = (i + 1) * 32;
    const due = pending.filter((event) => event.at <= at);
    pending = pending.filter((event) => event.at > at);
    for (const event of due) feed(event);
    feed({ type: "voice", at, ms: 32, probability: window === "#" ? 0.95 : 0.02 });
  });
  return { seen, names: seen.map((s) => s.decision.do), at: (name: Decision["do"]) => seen.find((s) => s.decision.do === name)?.at, state };
}
const pauses = (n: number) => ".".repeat(n);

describe("turn", () => {
  it("prepares at the first pause and ends a complete answer about 180 ms after the last sound", () => {
    const { names, at } = play("########" + pauses(20));
    expect(names).toEqual(["listen", "speculate", "commit"]);
    const lastSound = 8 * 32;
    expect(at("speculate")! - lastSound).toBe(64);
    expect(at("commit")! - lastSound).toBeGreaterThanOrEqual(180);
    expect(at("commit")! - lastSound).toBeLessThan(213);
  });
  it("tells when the turn will end, for a timer that is more exact than windows of sound", () => {
    const { state } = play("########......", { recogniseMs: 40, before: [{ type: "expect", at: 0, expected: "choice", eagerness: "patient", interruptions: true }] });
    expect(state.phase).toBe("pausing");
    expect(dueAt(state)).toBe(8 * 32 + 306);
    expect(dueAt(initialTurnState())).toBeNull();
  });
  it("waits longer when nothing follows from the words yet", () => {
    const { at } = play("########" + pauses(40), { verdict: "stays" });
    expect(at("commit")! - 8 * 32).toBeGreaterThanOrEqual(600);
  });
  it("does not end a telephone number between its groups", () => {
    const before: TimedEvent[] = [{ type: "expect", at: 0, expected: "digits", eagerness: "normal", interruptions: true }];
    const { names } = play("########" + pauses(18) + "########" + pauses(30), { before });
    expect(names).toEqual(["listen", "speculate", "cancel", "speculate", "commit"]);
  });
  it("commits as soon as a slow recogniser answers when the pause is long enough already", () => {
    const { at } = play("########" + pauses(30), { recogniseMs: 500 });
    expect(at("commit")! - 8 * 32 - 64).toBeGreaterThanOrEqual(500);
    expect(at("commit")! - 8 * 32 - 64).toBeLessThan(540);
  });
  it("ignores the answer to a pause that is over", () => {
    const { names, seen } = play("########..####" + pauses(20), { recogniseMs: 90, verdict: ["moves", "moves"] });
    expect(names).toEqual(["listen", "speculate", "cancel", "speculate", "commit"]);
    expect(seen.at(-1)!.decision).toMatchObject({ version: 2, utterance: 1 });
  });
  it("forgets a click", () => {
    expect(play("##" + pauses(20)).names).toEqual(["listen", "drop"]);
  });
  it("stops the agent within 100 ms of voice, once", () => {
    const { names, at } = play("....####################" + pauses(20), { before: [{ type: "agentSpeaks", at: 0 }] });
    expect(names.filter((name) => name === "stopSpeaking")).toHaveLength(1);
    expect(at("stopSpeaking")! - 4 * 32).toBeLessThanOrEqual(100);
  });
  it("lets the agent go on after a cough", () => {
    const { names } = play("######" + pauses(40), { before: [{ type: "agentSpeaks", at: 0 }], verdict: "rejected" });
    expect(names).toEqual(["listen", "stopSpeaking", "speculate", "drop", "resume"]);
  });
  it("takes a long interruption seriously even when it was not understood", () => {
    const { names } = play("#".repeat(30) + pauses(40), { before: [{ type: "agentSpeaks", at: 0 }], verdict: "rejected" });
    expect(names.at(-1)).toBe("commit");
  });
  it("hears nothing while the agent must not be interrupted", () => {
    const before: TimedEvent[] = [
      { type: "expect", at: 0, expected: "choice", eagerness: "normal", interruptions: false },
      { type: "agentSpeaks", at: 0 },
    ];
    expect(play("##########" + pauses(30), { before }).names).toEqual([]);
  });
  it("takes a commit back when the caller goes on before the answer is heard", () => {
    const { names } = play("########" + pauses(9) + "######" + pauses(20));
    expect(names).toEqual(["listen", "speculate", "commit", "cancel", "speculate", "commit"]);
  });
  it("starts a new utterance once the answer is heard", () => {
    const { seen } = play("########" + pauses(9) + "######" + pauses(20), {
      on: (decision) => (decision.do === "commit" ? [{ type: "agentSpeaks", at: 0 }] : []),
    });
    expect(seen.map((s) => s.decision.do)).toEqual(["listen", "speculate", "commit", "listen", "stopSpeaking", "speculate", "commit"]);
    expect(seen.at(-1)!.decision).toMatchObject({ utterance: 2 });
  });
  it("drops what is being said when keys are pressed", () => {
    let state = initialTurnState();
    for (let i = 1; i <= 6; i++) state = turn(state, { type: "voice", at: i * 32, ms: 32, probability: 0.9 }).state;
    const result = turn(state, { type: "keys", at: 200 });
    expect(result.decisions).toEqual([{ do: "drop", utterance: 1 }]);
    expect(result.state.phase).toBe("quiet");
  });
  it("ends the turn when the microphone is muted in mid-sentence and no sound arrives at all", () => {
    let state = initialTurnState();
    for (let i = 1; i <= 10; i++) state = turn(state, { type: "voice", at: i * 32, ms: 32, probability: 0.9 }).state;
    let result = turn(state, { type: "tick", at: 400 });
    expect(result.decisions.map((d) => d.do)).toEqual(["speculate"]);
    result = turn(result.state, { type: "recognised", at: 450, utterance: 1, version: 1, verdict: "moves" });
    result = turn(result.state, { type: "tick", at: 600 });
    expect(result.decisions.map((d) => d.do)).toEqual(["commit"]);
  });
});
