import { describe, expect, it } from "vitest";
import { flowOutline } from "./flow-outline";

const node = (id: string, ...to: (string | null)[]) => ({ id, type: "talk", position: { x: 0, y: 0 }, exits: to.map((t) => ({ to: t })) });

describe("flowOutline", () => {
  it("draws one line for two exits between the same nodes, and none for exits that lead nowhere", () => {
    expect(flowOutline({ start: "a", nodes: [node("a", "b", "b", null, "gone"), node("b", "a")] }).edges).toEqual([[0, 1], [1, 0]]);
  });

  it("keeps what is nearest to the start of a huge flow, loops included", () => {
    const nodes = Array.from({ length: 500 }, (_, i) => node(`n${i}`, `n${i + 1}`, "n0"));
    const outline = flowOutline({ start: "n100", nodes });
    expect(outline.nodes).toHaveLength(80);
    expect(outline.nodes[0]).toMatchObject({ id: "n100", start: true });
  });
});

describe("flowOutline of a document without positions", () => {
  it("spreads the boxes, so that they do not lie on one heap", () => {
    const { nodes } = flowOutline({ start: "a", nodes: [node("a", "b", "c"), node("b", "d"), node("c", "d"), node("d", "a"), node("alone")] });
    expect(new Set(nodes.map(({ x, y }) => `${x},${y}`)).size).toBe(5);
    expect(nodes.find(({ id }) => id === "d")!.x).toBeGreaterThan(nodes.find(({ id }) => id === "b")!.x);
  });
});
