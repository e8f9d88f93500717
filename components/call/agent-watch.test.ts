import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AGENT_WATCH, AgentWatch } from "./agent-watch";

describe("AgentWatch", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function start() {
    const missing: { lost: boolean; attempt: number }[] = [];
    let givenUp = 0;
    const watch = new AgentWatch({ onMissing: (lost, attempt) => missing.push({ lost, attempt }), onGivenUp: () => givenUp++ });
    return { watch, missing, givenUp: () => givenUp };
  }

  it("says nothing when the agent comes in time", () => {
    const { watch, missing } = start();
    watch.connected();
    vi.advanceTimersByTime(AGENT_WATCH.firstPickUpMs - 1);
    watch.arrived();
    vi.advanceTimersByTime(60_000);
    expect(missing).toEqual([]);
  });

  it("asks for an agent after four seconds, again while none comes, and gives up in the end", () => {
    const { watch, missing, givenUp } = start();
    watch.connected();
    vi.advanceTimersByTime(4000);
    expect(missing).toEqual([{ lost: false, attempt: 1 }]);
    vi.advanceTimersByTime(AGENT_WATCH.againMs * AGENT_WATCH.attempts);
    expect(missing).toHaveLength(AGENT_WATCH.attempts);
    expect(givenUp()).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(givenUp()).toBe(1);
  });

  it("knows an agent that was lost from one that never came", () => {
    const { watch, missing } = start();
    watch.connected();
    watch.arrived();
    watch.left();
    vi.advanceTimersByTime(AGENT_WATCH.lostMs);
    expect(missing).toEqual([{ lost: true, attempt: 1 }]);
  });

  it("counts attempts anew after an agent was there, so that a second loss gets all of them", () => {
    const { watch, missing } = start();
    watch.connected();
    vi.advanceTimersByTime(4000);
    watch.arrived();
    watch.left();
    vi.advanceTimersByTime(AGENT_WATCH.lostMs);
    expect(missing.at(-1)).toEqual({ lost: true, attempt: 1 });
  });

  it("is quiet after the call ended", () => {
    const { watch, missing } = start();
    watch.connected();
    watch.stop();
    vi.advanceTimersByTime(60_000);
    expect(missing).toEqual([]);
  });
});
