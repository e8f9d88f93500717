import { describe, expect, it } from "vitest";
import { documentSchema } from "@/lib/flow/document/schema";
import { frontDesk, nodeOf, targets } from "../testing/documents";
import { align } from "./align";
import { addExit, connect, insertIntoEdge, moveExit, newCondition, offeredConditions, reconnect } from "./exits";
import { makeRoom } from "./make-room";
import { addNode, copyItems, makeStart, moveItems, removeItems, updateField } from "./nodes";
import { addNote } from "./notes";
import { renameVariable, variablesUsed } from "./variables";

const decide = (id: string) => documentSchema.shape.nodes.element.parse({ id, type: "decide", name: "Choose", exits: [{ id: "a", to: null, when: { type: "otherwise" } }] });

describe("nodes", () => {
  it("keeps the condition of an exit whose target was deleted", () => {
    const document = removeItems(frontDesk(), new Set(["bye"]));
    expect(targets(document, "welcome")).toEqual(["ask", null]);
    expect(nodeOf(document, "welcome").exits[1]!.when).toEqual({ type: "otherwise" });
  });

  it("never leaves a document without a node, nor a start that does not exist", () => {
    const all = frontDesk();
    const everything = removeItems(all, new Set(["welcome", "ask", "bye", "n1"]));
    expect(everything.nodes.map((node) => node.id)).toEqual(["welcome"]);
    expect(everything.notes).toEqual([]);
    expect(removeItems(all, new Set(["welcome"])).start).toBe("ask");
    expect(documentSchema.safeParse(removeItems(all, new Set(["welcome", "ask"]))).success).toBe(true);
  });

  it("leaves untouched nodes the same objects, so that their cards are not drawn again", () => {
    const before = frontDesk();
    const after = moveItems(before, new Map([["ask", { x: 10.4, y: 20.6 }]]));
    expect(nodeOf(after, "ask").position).toEqual({ x: 10, y: 21 });
    expect(nodeOf(after, "welcome")).toBe(nodeOf(before, "welcome"));
    expect(moveItems(after, new Map([["ask", { x: 10, y: 21 }]]))).toBe(after);
  });

  it("numbers names that are taken", () => {
    const twice = addNode(addNode(frontDesk(), decide("d1")), decide("d2"));
    expect(twice.nodes.slice(-2).map((node) => node.name)).toEqual(["Choose", "Choose 2"]);
  });

  it("duplicates with exits among the copies rewired and the others kept", () => {
    const document = frontDesk();
    const { document: next, ids } = copyItems(document, { nodes: document.nodes.slice(0, 2), notes: [] }, { x: 40, y: 40 }, { keepOutside: true });
    expect(targets(next, ids[0]!)).toEqual([ids[1], "bye"]);
    expect(nodeOf(next, ids[0]!)).toMatchObject({ name: "Welcome 2", position: { x: 40, y: 40 } });
    expect(documentSchema.parse(next)).toEqual(next);
  });

  it("makes only an existing node the start", () => {
    expect(makeStart(frontDesk(), "ask").start).toBe("ask");
    expect(makeStart(frontDesk(), "nowhere").start).toBe("welcome");
  });

  it("removes an optional field when it is set to undefined", () => {
    const document = updateField(frontDesk(), "bye", "say", undefined);
    expect("say" in nodeOf(document, "bye")).toBe(false);
  });

  it("refuses a path that would change every object", () => {
    expect(() => updateField(frontDesk(), "bye", "__proto__.polluted", 1)).toThrow("Not a path");
  });
});

describe("exits", () => {
  it("puts a new exit before the otherwise that would swallow it", () => {
    const { document, exit } = addExit(frontDesk(), "welcome", { type: "keypad", keys: "1" }, "bye");
    expect(nodeOf(document, "welcome").exits.map((each) => each.id)).toEqual(["yes", exit, "else"]);
  });

  it("offers otherwise and each outcome only once", () => {
    const { exits } = nodeOf(frontDesk(), "welcome");
    expect(offeredConditions(["phrase", "keypad", "otherwise"], exits)).toEqual(["phrase", "keypad"]);
    expect(newCondition("outcome", nodeOf(frontDesk(), "ask").exits)).toEqual({ type: "outcome", is: "failure" });
  });

  it("offers the next key that is free", () => {
    const { document } = addExit(frontDesk(), "welcome", newCondition("keypad", []));
    expect(newCondition("keypad", nodeOf(document, "welcome").exits)).toEqual({ type: "keypad", keys: "2" });
  });

  it("does not connect to a node that is not there", () => {
    expect(targets(connect(frontDesk(), "welcome", "yes", "ghost"), "welcome")).toEqual([null, "bye"]);
  });

  it("frees the old row when an edge is moved to another", () => {
    const document = reconnect(frontDesk(), { node: "welcome", exit: "yes" }, { node: "ask", exit: "ok", to: "ask" });
    expect(targets(document, "welcome")).toEqual([null, "bye"]);
    expect(targets(document, "ask")).toEqual(["ask"]);
  });

  it("inserts into an edge and goes on to the old target", () => {
    const document = insertIntoEdge(addNode(frontDesk(), decide("mid")), { node: "welcome", exit: "yes" }, "mid");
    expect(targets(document, "welcome")).toEqual(["mid", "bye"]);
    expect(targets(document, "mid")).toEqual(["ask"]);
  });

  it("moves an exit only within the list", () => {
    const order = (to: number) => nodeOf(moveExit(frontDesk(), "welcome", "yes", to), "welcome").exits.map((exit) => exit.id);
    expect(order(1)).toEqual(["else", "yes"]);
    expect(order(99)).toEqual(["else", "yes"]);
    expect(order(-5)).toEqual(["yes", "else"]);
  });
});

describe("variables", () => {
  it("renames every use, with default text and blanks as they were", () => {
    const document = renameVariable(frontDesk(), "customer_name", "who");
    expect(nodeOf(document, "welcome")).toMatchObject({ say: { text: "Hello {{who | there}}" } });
    expect(nodeOf(document, "bye")).toMatchObject({ say: "Bye {{who}}" });
    expect(nodeOf(document, "ask")).toMatchObject({ questions: [{ variable: "who" }] });
    expect(variablesUsed(document.nodes)).toEqual(["who"]);
  });

  it("does not rename onto an existing variable", () => {
    const document = frontDesk();
    expect(renameVariable(document, "customer_name", "unused")).toBe(document);
  });
});

describe("notes and alignment", () => {
  it("adds a note that the schema accepts", () => {
    const { document, id } = addNote(frontDesk(), { x: 1.5, y: 2.2 });
    expect(documentSchema.parse(document).notes.at(-1)).toEqual({ id, text: "", position: { x: 2, y: 2 } });
  });

  it("aligns right edges and spreads with equal gaps", () => {
    const sizes = new Map([["welcome", { width: 100, height: 10 }], ["ask", { width: 50, height: 10 }], ["bye", { width: 50, height: 10 }]]);
    const right = align(frontDesk(), ["welcome", "ask"], sizes, "right");
    expect(nodeOf(right, "welcome").position.x).toBe(350);
    const spread = align(frontDesk(), ["welcome", "ask", "bye"], sizes, "spreadAcross");
    expect(["welcome", "ask", "bye"].map((id) => nodeOf(spread, id).position.x)).toEqual([0, 425, 800]);
  });
});

describe("room for an inserted step", () => {
  const inserted = () => {
    const document = addNode(frontDesk(), { ...decide("mid"), position: { x: 200, y: 30 } });
    return makeRoom(insertIntoEdge(document, { node: "welcome", exit: "yes" }, "mid"), { from: "welcome", inserted: "mid", to: "ask" }, new Map());
  };

  it("moves everything from the target on to the right, and nothing else", () => {
    const document = inserted();
    expect(nodeOf(document, "welcome").position).toEqual({ x: 0, y: 0 });
    expect(nodeOf(document, "mid").position).toEqual({ x: 360, y: 30 });
    expect(nodeOf(document, "ask").position).toEqual({ x: 720, y: 0 });
    expect(nodeOf(document, "bye").position).toEqual({ x: 1120, y: 100 });
  });

  it("moves nothing where there is room, or on a way back", () => {
    const wide = moveItems(frontDesk(), new Map([["ask", { x: 2000, y: 0 }]]));
    const document = addNode(wide, { ...decide("mid"), position: { x: 1000, y: 0 } });
    expect(makeRoom(document, { from: "welcome", inserted: "mid", to: "ask" }, new Map())).toBe(document);
    expect(makeRoom(document, { from: "ask", inserted: "mid", to: "welcome" }, new Map())).toBe(document);
  });
});
