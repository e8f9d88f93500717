import { at, template } from "./template";

/** A pizzeria: one sentence may answer both questions; the price follows from the size; everything can be changed before it is ordered. */
export const pizzaOrder = template({
  id: "pizza-order",
  name: "Pizza order",
  description: "Takes size and topping, in one sentence or two, offers an extra topping, tells the price and lets the caller change the order before it is placed.",
  icon: "pizza",
  trySaying: ["A large pizza with mushrooms", "Yes", "Cheese", "Yes please"],
  document: {
    parley: 1,
    name: "Pizza order",
    persona: { instructions: "You take orders for Luigi's pizza place. You are cheerful and quick.", language: "en-US" },
    speech: { tts: { provider: "local", voice: "slt", speed: 1 } },
    variables: [
      { name: "size", type: "choice", description: "How big", choices: ["small", "medium", "large"] },
      { name: "topping", type: "choice", description: "The main topping", choices: ["cheese", "ham", "mushroom", "onion", "tuna"] },
      { name: "wants_extra", type: "boolean", description: "Would the caller like something more on it?" },
      { name: "extra", type: "choice", description: "A second topping", choices: ["cheese", "ham", "mushroom", "onion", "tuna"] },
      { name: "price", type: "number", description: "In dollars" },
    ],
    start: "order",
    nodes: [
      {
        id: "order", type: "ask", name: "The pizza", position: at(0, 0),
        questions: [
          { variable: "size", text: "Hello, this is Luigi's pizza. What size would you like: small, medium or large?", retries: 2, reask: "Sorry, we have small, medium and large. Which one would you like?" },
          { variable: "topping", text: "And which topping: cheese, ham, mushroom, onion or tuna?", retries: 2 },
        ],
        exits: [
          { id: "success", to: "more", when: { type: "outcome", is: "success" } },
          { id: "failure", to: "give_up", when: { type: "outcome", is: "failure" } },
          { id: "silence", to: "still_there", when: { type: "silence", seconds: 12 } },
        ],
      },
      {
        id: "still_there", type: "talk", name: "Still there?", position: at(0, 1.2), wait: false,
        say: { mode: "fixed", text: "Take your time. I am still here." },
        exits: [{ id: "then", to: "order", when: { type: "always" } }],
      },
      {
        id: "more", type: "ask", name: "Something extra?", position: at(1, 0),
        questions: [{ variable: "wants_extra", text: "A {{size}} pizza with {{topping}}. Would you like an extra topping?", retries: 2 }],
        exits: [
          { id: "yes", to: "extra", when: { type: "expression", tests: [{ left: "{{wants_extra}}", op: "==", right: "yes" }] } },
          { id: "success", to: "no_extra", when: { type: "outcome", is: "success" } },
          { id: "failure", to: "no_extra", when: { type: "outcome", is: "failure" } },
        ],
      },
      { id: "no_extra", type: "set", name: "Nothing extra", position: at(2, 1.2), assign: [{ variable: "extra", value: null }], exits: [{ id: "then", to: "which_size", when: { type: "always" } }] },
      {
        id: "extra", type: "ask", name: "Extra topping", position: at(1, 1.2),
        questions: [{ variable: "extra", text: "Which one: cheese, ham, mushroom, onion or tuna?", retries: 2 }],
        exits: [
          { id: "success", to: "which_size", when: { type: "outcome", is: "success" } },
          { id: "failure", to: "which_size", when: { type: "outcome", is: "failure" } },
        ],
      },
      {
        id: "which_size", type: "decide", name: "Price by size", position: at(2, 0),
        exits: [
          { id: "small", to: "price_small", when: { type: "expression", tests: [{ left: "{{size}}", op: "==", right: "small" }] } },
          { id: "medium", to: "price_medium", when: { type: "expression", tests: [{ left: "{{size}}", op: "==", right: "medium" }] } },
          { id: "otherwise", to: "price_large", when: { type: "otherwise" } },
        ],
      },
      { id: "price_small", type: "set", name: "Nine dollars", position: at(3, 0), assign: [{ variable: "price", value: 9 }], exits: [{ id: "then", to: "confirm", when: { type: "always" } }] },
      { id: "price_medium", type: "set", name: "Twelve dollars", position: at(3, 0.75), assign: [{ variable: "price", value: 12 }], exits: [{ id: "then", to: "confirm", when: { type: "always" } }] },
      { id: "price_large", type: "set", name: "Fifteen dollars", position: at(3, 1.5), assign: [{ variable: "price", value: 15 }], exits: [{ id: "then", to: "confirm", when: { type: "always" } }] },
      {
        id: "confirm", type: "talk", name: "Shall I order it?", position: at(4, 0),
        say: { mode: "fixed", text: "One {{size}} pizza with {{topping}}, and {{extra | nothing}} extra. That is {{price}} dollars. Shall I order it?" },
        exits: [
          { id: "yes", to: "ordered", when: { type: "phrase", phrases: ["yes", "yeah", "sure", "please", "order it", "that is right", "correct"] } },
          { id: "change", to: "change", when: { type: "phrase", phrases: ["no", "change", "wrong"] } },
          { id: "stop", to: "cancelled", when: { type: "phrase", phrases: ["cancel", "stop", "never mind"] } },
          { id: "otherwise", to: "change", when: { type: "otherwise" } },
        ],
      },
      {
        id: "change", type: "talk", name: "What to change", position: at(4, 1.3),
        say: { mode: "fixed", text: "What shall I change? Say size, topping, extra, or nothing." },
        exits: [
          { id: "both", to: "order", when: { type: "phrase", phrases: ["size", "topping", "everything"] } },
          { id: "extra", to: "extra", when: { type: "phrase", phrases: ["extra"] } },
          { id: "nothing", to: "confirm", when: { type: "phrase", phrases: ["nothing"] } },
          { id: "stop", to: "cancelled", when: { type: "phrase", phrases: ["cancel", "stop", "never mind"] } },
          { id: "otherwise", to: "confirm", when: { type: "otherwise" } },
        ],
      },
      { id: "ordered", type: "end", name: "Ordered", position: at(5, 0), say: "Wonderful. Your pizza is ready in twenty minutes. Enjoy your meal!", outcome: "ordered" },
      { id: "cancelled", type: "end", name: "Cancelled", position: at(5, 1.3), say: "All right, I cancelled it. Goodbye.", outcome: "cancelled" },
      { id: "give_up", type: "end", name: "Not understood", position: at(1, 2.4), say: "I am sorry, I did not understand. Please call again, and somebody will take your order. Goodbye.", outcome: "not understood" },
    ],
  },
});
