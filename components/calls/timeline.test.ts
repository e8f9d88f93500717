import { describe, expect, it } from "vitest";
import type { CallEvent } from "@/lib/calls/protocol";
import type { Trace } from "@/lib/flow/engine/types";
import { timelineOf } from "./timeline";

const at = "2026-11-01T10:00:00.000Z";
const trace = (more: Partial<Trace>): Trace => ({ event: "said", node: "a", considered: [], taken: null, entered: [], changed: [], notes: [], ...more });
const taken = { node: "a", exit: "yes", to: "b" };
let seq = 0;
const next = <T extends Omit<CallEvent, "seq" | "at">>(event: T) => ({ seq: seq++, at, ...event }) as unknown as CallEvent;

describe("timelineOf", () => {
  it("splits a speech that was cut off into what was heard and what was not", () => {
    const items = timelineOf([
      next({ type: "speaking", speech: "s1", text: "Hello, how can I help?", node: "a" }),
      next({ type: "spoken", speech: "s1", text: "Hello, how can I help?", heard: "Hello,", interrupted: true, node: "a" }),
    ]);
    expect(items).toMatchObject([{ kind: "agent", text: "Hello,", unheard: "how can I help?", interrupted: true, speaking: false }]);
  });

  it("leaves out a speech of which nothing was said at all", () => {
    const items = timelineOf([
      next({ type: "speaking", speech: "s1", text: "", node: "a" }),
      next({ type: "spoken", speech: "s1", text: "", heard: "", interrupted: false, node: "a" }),
    ]);
    expect(items).toEqual([]);
  });

  it("puts the model's choice beside the exits that were looked at before it, as one decision with its time", () => {
    const items = timelineOf([
      next({ type: "heard", text: "yes", understood: true, node: "a", from: at, to: at }),
      next({ type: "step", event: { at, type: "said", text: "yes", understood: true }, trace: trace({ considered: [{ node: "a", exit: "yes", condition: "phrase", held: false, evidence: "" }] }), node: "a" }),
      next({ type: "step", event: { at, type: "routed", request: "r", choice: 1 }, trace: trace({ event: "routed", taken }), node: "b" }),
      next({ type: "speaking", speech: "s", text: "Good", node: "b" }),
      next({ type: "turn", node: "b", exit: "yes", heardEndAt: at, audioAt: at, latencyMs: 420, parts: { stt: 60 } }),
    ]);
    expect(items.map((item) => item.kind)).toEqual(["caller", "decision", "agent"]);
    expect(items[1]).toMatchObject({ traces: [{ event: "said" }, { event: "routed" }], turn: { latencyMs: 420 } });
  });

  it("does not show steps in which nothing was decided", () => {
    expect(timelineOf([next({ type: "step", event: { at, type: "spoke", speech: "s", heard: "x", interrupted: false }, trace: trace({ event: "spoke" }), node: "a" })])).toEqual([]);
  });

  it("shows an event once that came twice", () => {
    const event = next({ type: "pressedKeys", keys: "1", node: "a" });
    expect(timelineOf([event, event])).toHaveLength(1);
  });

  it("marks what a dead agent was saying as cut off", () => {
    const items = timelineOf([next({ type: "speaking", speech: "s1", text: "One moment", node: "a" }), next({ type: "resumed", attempt: 2, node: "a" })]);
    expect(items[0]).toMatchObject({ kind: "agent", speaking: false, interrupted: true });
    expect(items[1]).toMatchObject({ kind: "note", tone: "problem" });
  });
});
