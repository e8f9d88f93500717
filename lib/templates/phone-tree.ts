import { at, template } from "./template";

/** A classic telephone menu: every choice by key or by word, a sub-menu, a number typed in, and the operator on 0 from everywhere. */
export const phoneTree = template({
  id: "phone-tree",
  name: "Phone menu",
  description: "A menu for the phone's keys, and the same choices by voice. Has a sub-menu, takes a meter reading by keys, and offers a call back on 0 from everywhere.",
  icon: "grid-3x3",
  trySaying: ["Press 2, or say support", "Press 1, or say meter", "Type 4 5 7 2 and press #", "Say yes, or press 1", "Press 0 at any time"],
  document: {
    parley: 1,
    name: "Phone menu",
    persona: { instructions: "You are the telephone menu of Northwind Energy: clear, brief and polite.", language: "en-US" },
    speech: { tts: { provider: "local", voice: "slt", speed: 1 } },
    variables: [
      { name: "meter_reading", type: "number", description: "What the meter shows" },
      { name: "call_back_number", type: "phone", description: "Where to call back" },
    ],
    start: "menu",
    nodes: [
      {
        id: "menu", type: "talk", name: "Main menu", position: at(0, 0),
        say: { mode: "fixed", text: "Welcome to Northwind Energy. For sales, press 1. For support, press 2. For our address, press 3. Or just say what you need." },
        exits: [
          { id: "sales_key", to: "sales", when: { type: "keypad", keys: "1" } },
          { id: "support_key", to: "support", when: { type: "keypad", keys: "2" } },
          { id: "address_key", to: "address", when: { type: "keypad", keys: "3" } },
          { id: "sales_word", to: "sales", when: { type: "phrase", phrases: ["sales", "new contract", "buy"] } },
          { id: "support_word", to: "support", when: { type: "phrase", phrases: ["support", "help", "problem", "meter", "bill"] } },
          { id: "address_word", to: "address", when: { type: "phrase", phrases: ["address", "where are you"] } },
          { id: "silence", to: "menu", when: { type: "silence", seconds: 10 } },
          { id: "otherwise", to: "not_in_menu", when: { type: "otherwise" } },
        ],
      },
      {
        id: "not_in_menu", type: "talk", name: "Not in the menu", position: at(0, 2), wait: false,
        say: { mode: "fixed", text: "I am sorry, that is not in the menu." },
        exits: [{ id: "then", to: "menu", when: { type: "always" } }],
      },
      {
        id: "sales", type: "talk", name: "Sales", position: at(1, 0),
        say: { mode: "fixed", text: "Our sales team calls you back today. Press 1 or say yes for a call back. Press 9 or say menu for the main menu." },
        exits: [
          { id: "yes_key", to: "call_back", when: { type: "keypad", keys: "1" } },
          { id: "back_key", to: "menu", when: { type: "keypad", keys: "9" } },
          { id: "yes_word", to: "call_back", when: { type: "phrase", phrases: ["yes", "call back", "sure", "please"] } },
          { id: "back_word", to: "menu", when: { type: "phrase", phrases: ["menu", "back", "no"] } },
          { id: "silence", to: "sales", when: { type: "silence", seconds: 10 } },
          { id: "otherwise", to: "not_in_menu", when: { type: "otherwise" } },
        ],
      },
      {
        id: "support", type: "talk", name: "Support", position: at(1, 1.3),
        say: { mode: "fixed", text: "Support. To tell us what your meter shows, press 1 or say meter. For a question about a bill, press 2 or say bill. For the main menu, press 9 or say menu." },
        exits: [
          { id: "meter_key", to: "reading", when: { type: "keypad", keys: "1" } },
          { id: "bill_key", to: "bill", when: { type: "keypad", keys: "2" } },
          { id: "back_key", to: "menu", when: { type: "keypad", keys: "9" } },
          { id: "meter_word", to: "reading", when: { type: "phrase", phrases: ["meter", "reading"] } },
          { id: "bill_word", to: "bill", when: { type: "phrase", phrases: ["bill", "invoice"] } },
          { id: "back_word", to: "menu", when: { type: "phrase", phrases: ["menu", "back"] } },
          { id: "silence", to: "support", when: { type: "silence", seconds: 10 } },
          { id: "otherwise", to: "not_in_menu", when: { type: "otherwise" } },
        ],
      },
      {
        id: "reading", type: "ask", name: "Meter reading", position: at(2, 1.3),
        questions: [{ variable: "meter_reading", text: "What does your meter show? Type the number and press the hash key, or say it digit by digit.", retries: 2, confirm: true, reask: "Sorry, please type or say the number on your meter." }],
        exits: [
          { id: "success", to: "reading_done", when: { type: "outcome", is: "success" } },
          { id: "failure", to: "call_back", when: { type: "outcome", is: "failure" } },
        ],
      },
      { id: "reading_done", type: "end", name: "Reading taken", position: at(3, 1.3), say: "Thank you. We have noted {{meter_reading}}. Goodbye.", outcome: "meter reading" },
      {
        id: "bill", type: "talk", name: "Bill", position: at(2, 2.3), wait: false,
        say: { mode: "fixed", text: "A colleague will look at your bill and call you." },
        exits: [{ id: "then", to: "call_back", when: { type: "always" } }],
      },
      {
        id: "address", type: "talk", name: "Address", position: at(1, 2.9), wait: false,
        say: { mode: "fixed", text: "You find us at 12 Station Road. We are open from eight to six." },
        exits: [{ id: "then", to: "menu", when: { type: "always" } }],
      },
      {
        id: "call_back", type: "ask", name: "Call back", position: at(3, 0),
        global: { when: { type: "keypad", keys: "0" } },
        questions: [{ variable: "call_back_number", text: "On which number can we call you back? Type it and press the hash key, or say it digit by digit.", retries: 2, confirm: true }],
        exits: [
          { id: "success", to: "called_back", when: { type: "outcome", is: "success" } },
          { id: "failure", to: "no_number", when: { type: "outcome", is: "failure" } },
        ],
      },
      { id: "called_back", type: "end", name: "We call back", position: at(4, 0), say: "Thank you. We will call you back today. Goodbye.", outcome: "call back" },
      { id: "no_number", type: "end", name: "No number", position: at(4, 0.8), say: "I am sorry, I did not get the number. Please call again. Goodbye.", outcome: "no number" },
    ],
    notes: [{ id: "tip", text: "The step \"Call back\" is reached from everywhere by pressing 0.", position: { x: 1260, y: -170 } }],
  },
});
