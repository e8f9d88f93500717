import { describe, expect, it } from "vitest";
import type { FlowDocument } from "@/lib/flow/document/schema";
import { connect } from "./commands/exits";
import { removeItems, updateField } from "./commands/nodes";
import { applyDelta, deltaOf, emptyHistory, HISTORY_LIMIT, record, redo, undo, type History } from "./history";
import { frontDesk, nodeOf } from "./testing/documents";

function run(document: FlowDocument, steps: [FlowDocument, number, string?][]): { document: FlowDocument; history: History } {
  let history = emptyHistory;
  for (const [next, at, key] of steps) {
    const delta = deltaOf(document, next, "Change", at, key);
    if (delta) history = record(history, delta);
    document = next;
  }
  return { document, history };
}

describe("history", () => {
  it("goes back and forth exactly, deletions with their order included, also after JSON", () => {
    const first = frontDesk();
    const second = removeItems(first, new Set(["ask", "n1"]));
    const delta = JSON.parse(JSON.stringify(deltaOf(first, second, "Delete", 0)!));
    expect(applyDelta(second, delta, "back")).toEqual(first);
    expect(applyDelta(first, delta, "forward")).toEqual(second);
  });

  it("restores a setting that was absent before", () => {
    const first = frontDesk();
    const second: FlowDocument = { ...first, timezone: "Europe/Berlin" };
    const delta = JSON.parse(JSON.stringify(deltaOf(first, second, "Zone", 0)!));
    expect("timezone" in applyDelta(second, delta, "back")).toBe(false);
    expect(applyDelta(first, delta, "forward").timezone).toBe("Europe/Berlin");
  });

  it("joins quick typing in one field and keeps other fields apart", () => {
    const d0 = frontDesk();
    const d1 = updateField(d0, "bye", "say", "B");
    const d2 = updateField(d1, "bye", "say", "By");
    const d3 = updateField(d2, "ask", "name", "N");
    const d4 = updateField(d3, "ask", "name", "Na");
    const { document, history } = run(d0, [[d1, 0, "say"], [d2, 400, "say"], [d3, 800, "name"], [d4, 9000, "name"]]);
    expect(history.past).toHaveLength(3);
    const steps = [document];
    for (let state = { document, history }, next = undo(state.document, state.history); next; state = next, next = undo(state.document, state.history)) steps.push(next.document);
    expect(steps.at(-1)).toEqual(d0);
    expect(nodeOf(steps[2]!, "bye")).toMatchObject({ say: "By" });
  });

  it("keeps a hundred steps and forgets what was undone when something new is done", () => {
    let document = frontDesk();
    let history = emptyHistory;
    for (let i = 0; i < HISTORY_LIMIT + 20; i++) {
      const next = updateField(document, "bye", "say", String(i));
      history = record(history, deltaOf(document, next, "Type", i * 10_000)!);
      document = next;
    }
    expect(history.past).toHaveLength(HISTORY_LIMIT);
    const back = undo(document, history)!;
    expect(redo(back.document, back.history)!.document).toEqual(document);
    const other = connect(back.document, "welcome", "yes", null);
    expect(redo(other, record(back.history, deltaOf(back.document, other, "Cut", 1e9)!))).toBeNull();
  });

  it("sees no step where nothing changed", () => {
    const document = frontDesk();
    expect(deltaOf(document, document, "Nothing", 0)).toBeNull();
    expect(deltaOf(document, { ...document, nodes: [...document.nodes] }, "Nothing", 0)).toBeNull();
  });
});
