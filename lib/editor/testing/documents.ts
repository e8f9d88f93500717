import { documentSchema, type FlowDocument, type FlowNode } from "@/lib/flow/document/schema";

/** A small front desk for tests: welcome → (yes → ask → bye) | (otherwise → bye). */
export function frontDesk(): FlowDocument {
  return documentSchema.parse({
    parley: 1,
    name: "Front desk",
    variables: [{ name: "customer_name" }, { name: "unused" }],
    start: "welcome",
    nodes: [
      {
        id: "welcome", type: "talk", name: "Welcome", position: { x: 0, y: 0 }, say: { mode: "fixed", text: "Hello {{customer_name | there}}" },
        exits: [{ id: "yes", to: "ask", when: { type: "phrase", phrases: ["yes"] } }, { id: "else", to: "bye", when: { type: "otherwise" } }],
      },
      {
        id: "ask", type: "ask", name: "Name", position: { x: 400, y: 0 }, questions: [{ variable: "customer_name", text: "Your name?" }],
        exits: [{ id: "ok", to: "bye", when: { type: "outcome", is: "success" } }],
      },
      { id: "bye", type: "end", name: "Goodbye", position: { x: 800, y: 100 }, say: "Bye {{customer_name}}" },
    ],
    notes: [{ id: "n1", text: "Ask politely", position: { x: 410, y: -100 } }],
  });
}

/** The node of this id; throws when the test is wrong about it. */
export function nodeOf(document: FlowDocument, id: string): FlowNode {
  const node = document.nodes.find((candidate) => candidate.id === id);
  if (!node) throw new Error(`no node ${id}`);
  return node;
}

/** Where each exit of a node leads, in order. */
export function targets(document: FlowDocument, id: string): (string | null)[] {
  return nodeOf(document, id).exits.map((exit) => exit.to);
}
