import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SilenceClock } from "./silence";

describe("SilenceClock", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  function clock() {
    const told: number[] = [];
    return { told, silence: new SilenceClock((seconds) => void told.push(seconds), () => Date.now()) };
  }

  it("tells each time once, counted from when it became quiet", () => {
    const { told, silence } = clock();
    silence.arm([8, 3]);
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([]);
    silence.quiet();
    vi.advanceTimersByTime(3_000);
    expect(told).toEqual([3]);
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([3, 8]);
  });
  it("begins anew when somebody spoke", () => {
    const { told, silence } = clock();
    silence.arm([3]);
    silence.quiet();
    vi.advanceTimersByTime(2_900);
    silence.busy();
    silence.quiet();
    vi.advanceTimersByTime(2_900);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(told).toEqual([3]);
  });
  it("is not held up for ever by noises that were nothing", () => {
    const { told, silence } = clock();
    silence.arm([3]);
    silence.quiet();
    for (let i = 0; i < 6; i++) {
      vi.advanceTimersByTime(400);
      silence.hold();
      vi.advanceTimersByTime(100);
      silence.quiet();
    }
    vi.advanceTimersByTime(1);
    expect(told).toEqual([3]);
  });
  it("does not tell the same silence again when the times are set once more", () => {
    const { told, silence } = clock();
    silence.arm([3, 10]);
    silence.quiet();
    vi.advanceTimersByTime(3_000);
    silence.arm([3, 10]);
    vi.advanceTimersByTime(7_000);
    expect(told).toEqual([3, 10]);
  });
});
