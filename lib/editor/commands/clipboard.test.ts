import { describe, expect, it } from "vitest";
import { documentSchema } from "@/lib/flow/document/schema";
import { frontDesk, nodeOf, targets } from "../testing/documents";
import { copyAsText, pasteClip, readClip } from "./clipboard";

const other = () => documentSchema.parse({ parley: 1, name: "Other", start: "s", nodes: [{ id: "s", type: "end", name: "End" }] });

describe("clipboard", () => {
  it("carries nodes, notes and the variables they use to another agent", () => {
    const clip = readClip(copyAsText(frontDesk(), new Set(["welcome", "ask", "n1"]))!)!;
    const { document, ids } = pasteClip(other(), clip, { x: 1000, y: 500 });
    expect(ids).toHaveLength(3);
    expect(targets(document, ids[0]!)).toEqual([ids[1], null]);
    expect(document.variables.map((variable) => variable.name)).toEqual(["customer_name"]);
    const positions = [nodeOf(document, ids[0]!).position, document.notes[0]!.position];
    expect(Math.min(...positions.map((at) => at.x))).toBe(1000);
    expect(Math.min(...positions.map((at) => at.y))).toBe(500);
    expect(documentSchema.safeParse(document).success).toBe(true);
  });

  it("gives new ids when pasted where it came from", () => {
    const document = frontDesk();
    const { document: next } = pasteClip(document, readClip(copyAsText(document, new Set(["ask"]))!)!, { x: 0, y: 0 });
    expect(new Set(next.nodes.map((node) => node.id)).size).toBe(4);
  });

  it("accepts a whole flow document as text", () => {
    expect(readClip(JSON.stringify(frontDesk()))?.nodes).toHaveLength(3);
  });

  it("ignores text that is not ours, and nodes that the schema refuses", () => {
    expect(readClip("hello")).toBeNull();
    expect(readClip('{"parley":1,"copied":"nodes","nodes":[{"id":"x","type":"rm -rf"}],"notes":[],"variables":[]}')).toBeNull();
    expect(copyAsText(frontDesk(), new Set(["ghost"]))).toBeNull();
  });
});
