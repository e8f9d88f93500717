import { describe, expect, it } from "vitest";
import { moveItems } from "./commands/nodes";
import { openingView } from "./opening-view";
import { frontDesk } from "./testing/documents";

const margin = { left: 20, top: 20, right: 20, bottom: 20 };
const inside = (at: number, view: { x: number; zoom: number }) => at * view.zoom + view.x;

describe("opening view", () => {
  it("shows everything when that can be read", () => {
    const view = openingView(frontDesk(), { width: 1400, height: 800 }, margin);
    expect(view.zoom).toBeGreaterThan(0.5);
    expect(inside(0, view)).toBeGreaterThanOrEqual(19);
    expect(inside(800 + 300, view)).toBeLessThanOrEqual(1381);
  });

  it("shows the start of a flow that is too large for the window", () => {
    const far = moveItems(frontDesk(), new Map([["bye", { x: 9000, y: 100 }], ["welcome", { x: 500, y: 300 }]]));
    const view = openingView(far, { width: 390, height: 700 }, margin);
    expect(inside(500, view)).toBe(20);
    expect(view.zoom).toBeGreaterThan(0.5);
    expect(300 * view.zoom + view.y).toBeGreaterThanOrEqual(20);
  });
});
