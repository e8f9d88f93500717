import type { NodeType } from "../node-type";
import { askBehaviour } from "./behaviour";
import { lintAsk } from "./lint";
import { askSchema } from "./schema";

/** Collects typed variables, one or many, in any order. */
export const ask: NodeType<typeof askSchema> = {
  type: "ask",
  schema: askSchema,
  form: {
    label: "Ask",
    description: "Asks questions and remembers the answers",
    icon: "circle-help",
    colour: "violet",
    fields: [{ key: "questions", label: "Questions", kind: "questions", help: "Asked in this order; answers may come in any" }],
    conditions: ["outcome", "phrase", "keypad", "prompt", "expression", "silence", "always", "otherwise"],
    canBeGlobal: true,
  },
  create: (id, position) => ({
    id, type: "ask", name: "Ask", position,
    exits: [
      { id: "success", to: null, when: { type: "outcome", is: "success" } },
      { id: "failure", to: null, when: { type: "outcome", is: "failure" } },
    ],
    questions: [],
  }),
  summary: (node) => node.questions.map((q) => q.text || q.variable).join("\n") || "No question yet",
  behaviour: askBehaviour,
  lint: lintAsk,
};
