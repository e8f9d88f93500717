import type { NodeType } from "../node-type";
import { talkBehaviour } from "./behaviour";
import { lintTalk } from "./lint";
import { talkSchema } from "./schema";

/** Says a fixed text, or lets the model speak to an instruction, then listens. */
export const talk: NodeType<typeof talkSchema> = {
  type: "talk",
  schema: talkSchema,
  form: {
    label: "Talk",
    description: "Says something, then listens",
    icon: "message-circle",
    colour: "blue",
    fields: [
      {
        key: "say.mode", label: "Who finds the words", kind: "choice",
        options: [
          { value: "fixed", label: "I write them", help: "Said word for word, at once" },
          { value: "prompt", label: "The model does", help: "You write an instruction; needs a language model" },
        ],
      },
      { key: "say.text", label: "What to say", kind: "template", placeholder: "Hello! How can I help you?", help: "Word for word, or the instruction to the model" },
      { key: "wait", label: "Listen afterwards", kind: "toggle", help: "Off: goes on at once, without an answer" },
      { key: "examples", label: "Examples", kind: "examples", showWhen: { key: "say.mode", equals: "prompt" }, advanced: true },
    ],
    conditions: ["phrase", "keypad", "prompt", "expression", "silence", "always", "otherwise"],
    canBeGlobal: true,
  },
  create: (id, position) => ({
    id, type: "talk", name: "Talk", position,
    exits: [{ id: "otherwise", to: null, when: { type: "otherwise" } }],
    say: { mode: "fixed", text: "Hello! How can I help you?" }, wait: true, tools: [], knowledge: [], examples: [],
  }),
  summary: (node) => node.say.text,
  behaviour: talkBehaviour,
  lint: lintTalk,
};
