import type { FlowDocumentInput } from "@/lib/flow/document/schema";

/** Books a table: phrases, a number, a choice, an expression, a silent node, two ends. Used with voices and by text. */
export const table: FlowDocumentInput = {
  parley: 1,
  name: "Table for you",
  speech: { stt: { provider: "local" }, tts: { provider: "local", voice: "slt", speed: 1 } },
  variables: [
    { name: "people", type: "number", description: "How many people come" },
    { name: "place", type: "choice", choices: ["inside", "garden"], description: "Where they want to sit" },
    { name: "size", type: "text" },
  ],
  start: "welcome",
  nodes: [
    {
      id: "welcome", type: "talk", name: "Welcome", position: { x: 0, y: 0 },
      say: { mode: "fixed", text: "Blue Bay restaurant. Would you like to book a table, or cancel one?" },
      exits: [
        { id: "book", to: "details", when: { type: "phrase", phrases: ["book a table", "book"] } },
        { id: "cancel", to: "cancelled", when: { type: "phrase", phrases: ["cancel", "cancel a table"] } },
        { id: "else", to: "again", when: { type: "otherwise" } },
      ],
    },
    {
      id: "again", type: "talk", name: "Say it again", position: { x: 0, y: 300 },
      say: { mode: "fixed", text: "Sorry. Please say book, or cancel." },
      exits: [
        { id: "book", to: "details", when: { type: "phrase", phrases: ["book"] } },
        { id: "cancel", to: "cancelled", when: { type: "phrase", phrases: ["cancel"] } },
        { id: "else", to: "bye", when: { type: "otherwise" } },
      ],
    },
    {
      id: "details", type: "ask", name: "Details", position: { x: 400, y: 0 },
      questions: [
        { variable: "people", text: "For how many people?", retries: 2, confirm: false },
        { variable: "place", text: "Inside, or in the garden?", retries: 2, confirm: false },
      ],
      exits: [
        { id: "done", to: "big", when: { type: "outcome", is: "success" } },
        { id: "gaveup", to: "bye", when: { type: "outcome", is: "failure" } },
      ],
    },
    {
      id: "big", type: "decide", name: "Big group?", position: { x: 800, y: 0 },
      exits: [
        { id: "large", to: "mark", when: { type: "expression", match: "all", tests: [{ left: "{{people}}", op: ">", right: "8" }] } },
        { id: "small", to: "booked", when: { type: "otherwise" } },
      ],
    },
    { id: "mark", type: "set", name: "Mark", position: { x: 1200, y: 100 }, assign: [{ variable: "size", value: "group of {{people}}" }], exits: [{ id: "on", to: "booked", when: { type: "always" } }] },
    { id: "booked", type: "end", name: "Booked", position: { x: 1600, y: 0 }, say: "A table for {{people}}, {{place}}. See you soon.", outcome: "booked" },
    { id: "cancelled", type: "end", name: "Cancelled", position: { x: 400, y: 300 }, say: "Your table is cancelled. Goodbye.", outcome: "cancelled" },
    { id: "bye", type: "end", name: "Bye", position: { x: 800, y: 400 }, say: "Please call again later. Goodbye.", outcome: "lost" },
  ],
};
