import { describe, expect, it } from "vitest";
import { compile } from "@/lib/flow/compile";
import { documentSchema } from "@/lib/flow/document/schema";
import type { FlowEvent } from "@/lib/flow/engine/types";
import { engine } from "./engine";
import { foldForResume } from "./resume";

const at = "2026-11-01T09:00:00.000Z";
const plan = compile(documentSchema.parse({
  parley: 1, name: "Test", start: "hello", speech: { llm: { provider: "x", model: "y" } },
  nodes: [
    { id: "hello", type: "talk", say: { text: "Pizza or pasta?" }, exits: [{ id: "p", to: "pizza", when: { type: "phrase", phrases: ["pizza"] } }, { id: "m", to: "end", when: { type: "prompt", text: "the caller gives up" } }] },
    { id: "pizza", type: "talk", say: { text: "Pizza it is." }, exits: [{ id: "e", to: "end", when: { type: "phrase", phrases: ["goodbye"] } }] },
    { id: "end", type: "end", say: "Bye." },
  ],
}));
const started: FlowEvent = { at, type: "started", context: { callId: "c", channel: "web", callerNumber: null, agentNumber: null, timezone: "UTC" }, variables: {} };
const said = (text: string): FlowEvent => ({ at, type: "said", text, understood: true });
const fold = (...events: FlowEvent[]) => foldForResume(engine, plan, [started, ...events]);

describe("foldForResume", () => {
  it("goes on at the node the call was in, with its words and only its", () => {
    const resumed = fold(said("pizza"));
    expect(resumed.state.node).toBe("pizza");
    expect(resumed.says.map(({ text }) => text)).toEqual(["Pizza it is."]);
    expect(resumed.listen?.node).toBe("pizza");
    expect(resumed.hangUp).toBeNull();
  });
  it("asks again what the model had not answered", () => {
    const resumed = fold(said("I do not want anything"));
    expect(resumed.ask).toMatchObject({ id: resumed.state.pending?.request, mode: "route" });
  });
  it("does not ask again what was answered", () => {
    const asked = fold(said("I do not want anything"));
    const resumed = fold(said("I do not want anything"), { at, type: "routed", request: asked.ask!.id, choice: 0 }, { at, type: "replied", request: asked.ask!.id, text: "Take your time." });
    expect(resumed.ask).toBeNull();
  });
  it("knows that the call was about to end", () => {
    expect(fold(said("pizza"), said("goodbye")).hangUp).toMatchObject({ reason: "flow_ended" });
  });
});
