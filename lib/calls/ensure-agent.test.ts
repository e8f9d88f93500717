import { describe, expect, test } from "vitest";
import { CARE, careFor } from "./ensure-agent";

const NOW = 1_000_000_000;
const ago = (ms: number) => new Date(NOW - ms);
const call = { startedAt: ago(60_000), dispatchedAt: ago(30_000), claimedAt: ago(29_000), lastWorkerAt: ago(500), callerSeenAt: ago(50_000), emptySince: null, failedAttempts: 0, failedDispatches: 0, jobId: "job" as string | null };
const both = { callers: ["caller_1"], agents: ["agent-1"] };
const callerAlone = { ...both, agents: [] };
const agentAlone = { ...both, callers: [] };
const nobody = { callers: [], agents: [] };

describe("a call with its caller", () => {
  test("whose agent reports is left alone", () => {
    expect(careFor(call, both, NOW, true)).toBe("nothing");
    expect(careFor({ ...call, lastWorkerAt: ago(3000) }, callerAlone, NOW, true)).toBe("nothing");
  });
  test("whose agent left gets another one", () => {
    expect(careFor({ ...call, lastWorkerAt: ago(5000) }, callerAlone, NOW, false)).toBe("send");
  });
  test("whose agent never came gets another one after 4 s", () => {
    const fresh = { ...call, lastWorkerAt: null, jobId: null, dispatchedAt: ago(3900) };
    expect(careFor(fresh, callerAlone, NOW, true)).toBe("nothing");
    expect(careFor({ ...fresh, dispatchedAt: ago(4100) }, callerAlone, NOW, true)).toBe("send");
  });
  test("whose agent has taken it and is slow to start keeps it for 12 s", () => {
    const starting = (ms: number) => ({ ...call, claimedAt: ago(ms), lastWorkerAt: ago(ms) });
    expect(careFor(starting(11_000), callerAlone, NOW, true)).toBe("nothing");
    expect(careFor(starting(13_000), callerAlone, NOW, true)).toBe("send");
  });
  test("whose agent is silent after the app was away keeps it: it could not report", () => {
    expect(careFor({ ...call, lastWorkerAt: ago(120_000) }, both, NOW, false)).toBe("nothing");
  });
  test("whose agent was killed but still shows in the room gets a replacement", () => {
    expect(careFor({ ...call, lastWorkerAt: ago(CARE.deadMs + 1) }, both, NOW, true)).toBe("replace");
  });
  test("whose agents die one after the other is ended honestly", () => {
    const crashing = { ...call, lastWorkerAt: ago(5000), failedAttempts: 2 };
    expect(careFor(crashing, callerAlone, NOW, true)).toBe("send");
    expect(careFor({ ...crashing, failedAttempts: 3 }, callerAlone, NOW, true)).toMatchObject({ finish: { status: "failed", endReason: "error" } });
  });
  test("that no worker answers for is ended after about 45 s of trying", () => {
    const unanswered = { ...call, lastWorkerAt: null, jobId: null, failedDispatches: CARE.failedDispatches };
    expect(careFor(unanswered, callerAlone, NOW, true)).toMatchObject({ finish: { status: "failed" } });
    expect(CARE.failedDispatches * CARE.quietMs).toBeGreaterThan(40_000);
  });
});

describe("a call without a caller", () => {
  test("that nobody joined ends after 90 s, not before", () => {
    const waiting = { ...call, callerSeenAt: null, lastWorkerAt: ago(5000) };
    expect(careFor({ ...waiting, startedAt: ago(89_000) }, agentAlone, NOW, true)).toBe("nothing");
    expect(careFor({ ...waiting, startedAt: ago(91_000) }, agentAlone, NOW, true)).toMatchObject({ finish: { endReason: "never_joined" } });
  });
  test("leaves the ending to an agent that lives", () => {
    expect(careFor({ ...call, lastWorkerAt: ago(5000), emptySince: ago(60_000) }, agentAlone, NOW, true)).toBe("nothing");
  });
  test("is not ended at the first look, so that a worker can deliver the true end after an outage", () => {
    const gone = { ...call, lastWorkerAt: ago(60_000) };
    expect(careFor(gone, nobody, NOW, true)).toBe("nothing");
    expect(careFor({ ...gone, emptySince: ago(CARE.emptyMs - 1000) }, nobody, NOW, true)).toBe("nothing");
    expect(careFor({ ...gone, emptySince: ago(CARE.emptyMs + 1000) }, nobody, NOW, true)).toMatchObject({ finish: { endReason: "caller_hung_up" } });
  });
});
