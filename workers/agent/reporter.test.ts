import { mkdtempSync, readdirSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CallEvent } from "@/lib/calls/protocol";
import { Refused } from "./app-client";
import { Reporter } from "./reporter";
import { Spool, abandonedSpools } from "./spool";

/** An app that keeps each number once, and can be away. */
function app() {
  const kept: CallEvent[] = [];
  const state = { away: false, refuses: false, loseAnswers: 0, stop: null as null | "ended" | "taken_over", requests: 0 };
  const send = async (events: CallEvent[]) => {
    state.requests += 1;
    if (state.away) throw new Error("connect ECONNREFUSED");
    if (state.refuses) throw new Refused(401, "no");
    for (const event of events) if (event.seq === kept.length) kept.push(event);
    if (state.loseAnswers > 0) {
      state.loseAnswers -= 1;
      throw new Error("socket hang up");
    }
    return { nextSeq: kept.length, stop: state.stop };
  };
  return { kept, state, send };
}

const note = (message: string) => ({ type: "problem" as const, where: "test", message });
let directory: string;
let stops: string[];

beforeEach(() => {
  vi.useFakeTimers();
  directory = mkdtempSync(join(tmpdir(), "parley-spool-test-"));
  stops = [];
});
afterEach(() => void vi.useRealTimers());

function reporter(send: (events: CallEvent[]) => Promise<{ nextSeq: number; stop: null | "ended" | "taken_over" }>, nextSeq = 0) {
  const spool = Spool.create(directory, { callId: "c1", token: "t", attempt: 1 });
  return new Reporter({ nextSeq, spool, send, onStop: (why) => void stops.push(why) });
}
const spooled = () => abandonedSpools(directory, -1).flatMap((spool) => spool.events.map((event) => event.seq));

describe("Reporter", () => {
  it("numbers events, sends them once each, and removes the spool at the end", async () => {
    const { kept, send } = app();
    const out = reporter(send);
    out.add(note("a"));
    out.add(note("b"));
    await vi.advanceTimersByTimeAsync(100);
    out.add(note("c"));
    await out.close(1_000);
    expect(kept.map((event) => event.seq)).toEqual([0, 1, 2]);
    expect(readdirSync(directory)).toEqual([]);
  });

  it("keeps events on disk while the app is away and delivers them when it is back", async () => {
    const { kept, state, send } = app();
    state.away = true;
    const out = reporter(send);
    out.add(note("a"));
    await vi.advanceTimersByTimeAsync(5_000);
    out.add(note("b"));
    expect(kept).toEqual([]);
    expect(spooled()).toEqual([0, 1]);
    state.away = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(kept.map((event) => event.seq)).toEqual([0, 1]);
  });

  it("stores nothing twice when the answer was lost", async () => {
    const { kept, state, send } = app();
    state.loseAnswers = 1;
    const out = reporter(send);
    out.add(note("a"));
    await vi.advanceTimersByTimeAsync(2_000);
    out.add(note("b"));
    await out.close(1_000);
    expect(kept.map((event) => event.seq)).toEqual([0, 1]);
  });

  it("leaves the spool for somebody else when the app does not come back in time", async () => {
    const { state, send } = app();
    state.away = true;
    const out = reporter(send);
    out.add(note("a"));
    const closing = out.close(1_000);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await closing).toBe(false);
    expect(spooled()).toEqual([0]);
  });

  it("shows that it lives while nothing happens", async () => {
    const { state, send } = app();
    reporter(send);
    await vi.advanceTimersByTimeAsync(10_100);
    expect(state.requests).toBeGreaterThanOrEqual(5);
    expect(state.requests).toBeLessThanOrEqual(7);
  });

  it("stops, once, when the call was given to another agent", async () => {
    const { state, send } = app();
    const out = reporter(send, 7);
    await vi.advanceTimersByTimeAsync(100);
    state.refuses = true;
    out.add(note("late"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stops).toEqual(["taken_over"]);
    const before = state.requests;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state.requests).toBe(before);
  });

  it("tells once that somebody ended the call, and still sends the last events", async () => {
    const { kept, state, send } = app();
    const out = reporter(send);
    state.stop = "ended";
    await vi.advanceTimersByTimeAsync(6_000);
    expect(stops).toEqual(["ended"]);
    out.add({ type: "ended", reason: "caller_hung_up" });
    expect(await out.close(1_000)).toBe(true);
    expect(kept.map((event) => event.type)).toEqual(["ended"]);
  });
});

describe("spools", () => {
  it("leaves one alone whose owner lives, and reads past a line that a crash cut short", () => {
    const spool = Spool.create(directory, { callId: "c/1", token: "t", attempt: 2 });
    spool.append({ seq: 0, at: "2026-01-01T00:00:00.000Z", ...note("a") });
    const file = join(directory, readdirSync(directory)[0]!);
    expect(abandonedSpools(directory, 5_000)).toEqual([]);
    spool.append({ seq: 1, at: "2026-01-01T00:00:00.000Z", ...note("b") });
    utimesSync(file, new Date(0), new Date(0));
    expect(abandonedSpools(directory, 5_000).map(({ header, events }) => [header.callId, events.length])).toEqual([["c/1", 2]]);
    spool.touch(new Date());
    expect(abandonedSpools(directory, 5_000)).toEqual([]);
  });
});
