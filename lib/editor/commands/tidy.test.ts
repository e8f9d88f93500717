import { describe, expect, it } from "vitest";
import { documentSchema } from "@/lib/flow/document/schema";
import { frontDesk, nodeOf } from "../testing/documents";
import { estimatedSize, tidy } from "./tidy";

describe("tidy", () => {
  it("puts targets to the right, in the order of the exits, without overlap", () => {
    const document = documentSchema.parse({
      parley: 1, name: "Menu", start: "menu",
      nodes: [
        { id: "c", type: "end" }, { id: "b", type: "end" }, { id: "a", type: "end" },
        { id: "menu", type: "talk", exits: ["a", "b", "c"].map((to, i) => ({ id: to, to, when: { type: "keypad", keys: String(i + 1) } })) },
      ],
    });
    const after = tidy(document, new Map());
    const at = (id: string) => nodeOf(after, id).position;
    for (const id of ["a", "b", "c"]) expect(at(id).x).toBeGreaterThan(at("menu").x + estimatedSize(nodeOf(after, "menu")).width);
    expect(at("b").y).toBeGreaterThanOrEqual(at("a").y + estimatedSize(nodeOf(after, "a")).height);
    expect(at("c").y).toBeGreaterThanOrEqual(at("b").y + estimatedSize(nodeOf(after, "b")).height);
  });

  it("keeps the start where it was and takes notes along with their node", () => {
    const after = tidy(frontDesk(), new Map());
    expect(nodeOf(after, "welcome").position).toEqual({ x: 0, y: 0 });
    const ask = nodeOf(after, "ask").position;
    expect(after.notes[0]!.position).toEqual({ x: ask.x + 10, y: ask.y - 100 });
  });

  it("is not upset by loops, an edge to itself and nodes that nothing leads to", () => {
    const document = documentSchema.parse({
      parley: 1, name: "Loop", start: "a",
      nodes: [
        { id: "a", type: "decide", exits: [{ id: "1", to: "b", when: { type: "otherwise" } }, { id: "2", to: "a", when: { type: "otherwise" } }] },
        { id: "b", type: "decide", exits: [{ id: "1", to: "a", when: { type: "otherwise" } }] },
        { id: "lost", type: "end" },
      ],
    });
    const after = tidy(document, new Map());
    expect(nodeOf(after, "b").position.x).toBeGreaterThan(nodeOf(after, "a").position.x);
    expect(new Set(after.nodes.map((node) => `${node.position.x},${node.position.y}`)).size).toBe(3);
  });

  it("gives the same picture when done twice", () => {
    const once = tidy(frontDesk(), new Map());
    expect(tidy(once, new Map())).toEqual(once);
  });
});
