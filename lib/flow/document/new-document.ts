import { documentSchema, type FlowDocument } from "./schema";

/** The flow of an empty canvas: one step that greets, and nothing that is an error. */
export function newDocument(name: string): FlowDocument {
  return documentSchema.parse({
    parley: 1,
    name: name.trim().slice(0, 200) || "New agent",
    start: "welcome",
    nodes: [
      {
        id: "welcome", type: "talk", name: "Welcome", position: { x: 0, y: 0 },
        say: { mode: "fixed", text: "Hello! Thank you for calling. Is there anything that I can do for you?" },
        exits: [
          { id: "yes", to: "goodbye", when: { type: "phrase", phrases: ["yes", "yes please"] } },
          { id: "otherwise", to: "goodbye", when: { type: "otherwise" } },
        ],
      },
      { id: "goodbye", type: "end", name: "Goodbye", position: { x: 420, y: 0 }, say: "Thank you for calling. Goodbye." },
    ],
  });
}
