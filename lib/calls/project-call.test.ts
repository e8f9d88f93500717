import { describe, expect, it } from "vitest";
import type { Trace } from "@/lib/flow/engine/types";
import { projectCall } from "./project-call";
import type { CallEvent } from "./protocol";

type Bare = CallEvent extends infer E ? (E extends CallEvent ? Omit<E, "seq" | "at"> : never) : never;
const second = (n: number) => new Date(Date.UTC(2026, 10, 1, 9, 0, n)).toISOString();
const numbered = (events: Bare[]) => events.map((event, seq) => ({ ...event, seq, at: second(seq) }) as CallEvent);
const trace = (over: Partial<Trace>): Trace => ({ event: "said", node: "a", considered: [], taken: null, entered: [], changed: [], notes: [], ...over });
const context = { callId: "c", channel: "web" as const, callerNumber: null, agentNumber: null, timezone: "UTC" };

const call = numbered([
  { type: "claimed", attempt: 1, worker: "w" },
  { type: "callerJoined", identity: "caller" },
  { type: "step", event: { at: second(2), type: "started", context, variables: { name: "Ann" } }, trace: trace({ event: "started", entered: ["hello"] }), node: "hello" },
  { type: "speaking", speech: "s1", text: "Hello there. Shall I book it?", node: "hello" },
  { type: "spoken", speech: "s1", text: "Hello there. Shall I book it?", heard: "Hello there.", interrupted: true, node: "hello" },
  { type: "heard", text: "yes", understood: true, node: "hello", from: second(4), to: second(5) },
  { type: "step", event: { at: second(6), type: "said", text: "yes", understood: true }, trace: trace({ entered: ["set", "bye"], changed: [{ variable: "ok", from: null, to: true, why: "" }] }), node: "bye" },
  { type: "speaking", speech: "s2", text: "Goodbye.", node: "bye" },
  { type: "turn", node: "hello", exit: "yes", heardEndAt: second(5), audioAt: second(7), latencyMs: 400, parts: { endpoint: 200 } },
  { type: "spoken", speech: "s2", text: "Goodbye.", heard: "Goodbye.", interrupted: false, node: "bye" },
  { type: "ended", reason: "flow_ended", outcome: "booked" },
]);

describe("projectCall", () => {
  it("gives path, variables, transcript, turns and the end", () => {
    const seen = projectCall(call, { ok: null, other: 3 });
    expect(seen.path).toEqual(["hello", "set", "bye"]);
    expect(seen.variables).toEqual({ name: "Ann", ok: true, other: 3 });
    expect(seen.transcript.map((line) => [line.role, line.text, line.interrupted ?? false])).toEqual([
      ["agent", "Hello there.", true],
      ["caller", "yes", false],
      ["agent", "Goodbye.", false],
    ]);
    expect(seen.turns).toEqual([{ node: "hello", exit: "yes", heardEndAt: second(5), audioAt: second(7), latencyMs: 400, parts: { endpoint: 200 } }]);
    expect(seen).toMatchObject({ answeredAt: second(1), endedAt: second(10), endReason: "flow_ended", outcome: "booked", node: "bye" });
  });
  it("is the same when batches arrive twice or out of order", () => {
    expect(projectCall([...call.slice(5), ...call, ...call.slice(2, 4)])).toEqual(projectCall(call));
  });
  it("does not show a speech of which the caller heard nothing", () => {
    const seen = projectCall(numbered([
      { type: "speaking", speech: "s", text: "Hello", node: "a" },
      { type: "spoken", speech: "s", text: "Hello", heard: "", interrupted: true, node: "a" },
    ]));
    expect(seen.transcript).toEqual([]);
  });
  it("shows speech that was not understood as such, and a speech cut off by a dead agent as interrupted", () => {
    const seen = projectCall(numbered([
      { type: "speaking", speech: "s", text: "Hello", node: "a" },
      { type: "resumed", attempt: 2, node: "a" },
      { type: "heard", text: "", understood: false, node: "a", from: second(0), to: second(1) },
    ]));
    expect(seen.transcript).toMatchObject([{ text: "Hello", interrupted: true }, { role: "caller", text: "", understood: false }]);
    expect(seen.resumed).toBe(1);
  });
});
