import type { FlowDocumentInput } from "@/lib/flow/document/schema";

/** A model decides where to go and speaks: prompt exits, a fixed and a prompted target. */
export const refund: FlowDocumentInput = {
  parley: 1,
  name: "Shop",
  persona: { instructions: "You work for a shoe shop.", language: "en-US" },
  speech: { stt: { provider: "mine", model: "test-model" }, llm: { provider: "mine", model: "test-model" }, tts: { provider: "mine", model: "test-model", voice: "alloy" } },
  start: "hello",
  nodes: [
    {
      id: "hello", type: "talk", name: "Hello", position: { x: 0, y: 0 }, say: { mode: "fixed", text: "Shoe shop, how can I help?" },
      exits: [
        { id: "refund", to: "reason", when: { type: "prompt", text: "the caller wants their money back" } },
        { id: "hours", to: "hours", when: { type: "prompt", text: "the caller asks when the shop is open" } },
        { id: "else", to: "again", when: { type: "otherwise" } },
      ],
    },
    { id: "reason", type: "talk", name: "Reason", position: { x: 400, y: 0 }, say: { mode: "prompt", text: "Ask kindly what is wrong with the shoes." }, exits: [{ id: "any", to: "bye", when: { type: "otherwise" } }] },
    { id: "hours", type: "end", name: "Hours", position: { x: 400, y: 200 }, say: "We are open from nine to five.", outcome: "hours" },
    { id: "again", type: "talk", name: "Again", position: { x: 0, y: 300 }, say: { mode: "fixed", text: "Is it about a refund, or our hours?" }, exits: [{ id: "any", to: "bye", when: { type: "otherwise" } }] },
    { id: "bye", type: "end", name: "Bye", position: { x: 800, y: 0 }, say: "Thank you. Goodbye.", outcome: "refund" },
  ],
};
