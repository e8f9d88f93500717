import { at, template } from "./template";

/** A short survey: asks whether it is a good moment, a mark from 0 to 10, and then what suits the mark. */
export const opinionSurvey = template({
  id: "opinion-survey",
  name: "Opinion survey",
  description: "Asks for a mark from zero to ten, then why it was low or whether the caller would recommend you. Three questions, half a minute.",
  icon: "clipboard-list",
  trySaying: ["Yes", "Six", "Delivery", "No"],
  document: {
    parley: 1,
    name: "Opinion survey",
    persona: { instructions: "You hold a short and friendly survey about a customer's last order. You never argue with an answer.", language: "en-US" },
    speech: { tts: { provider: "local", voice: "slt", speed: 1 } },
    variables: [
      { name: "mark", type: "number", description: "From 0 to 10" },
      { name: "reason", type: "choice", description: "What should be better", choices: ["price", "quality", "delivery", "service"] },
      { name: "recommends", type: "boolean", description: "Would recommend us to a friend" },
      { name: "call_wanted", type: "boolean", description: "Would like to be called about it" },
    ],
    start: "welcome",
    nodes: [
      {
        id: "welcome", type: "talk", name: "A good moment?", position: at(0, 0),
        say: { mode: "fixed", text: "Hello! We would like to know how your last order was. It is three short questions. Is this a good moment?" },
        exits: [
          { id: "no", to: "not_now", when: { type: "phrase", phrases: ["no", "not now", "later", "busy"] } },
          { id: "yes", to: "mark", when: { type: "phrase", phrases: ["yes", "yeah", "sure", "okay", "go ahead", "of course", "all right"] } },
          { id: "silence", to: "welcome", when: { type: "silence", seconds: 10 } },
          { id: "otherwise", to: "yes_or_no", when: { type: "otherwise" } },
        ],
      },
      {
        id: "yes_or_no", type: "talk", name: "Yes or no", position: at(0, 1.5),
        say: { mode: "fixed", text: "Sorry, is this a good moment? Please say yes or no." },
        exits: [
          { id: "yes", to: "mark", when: { type: "phrase", phrases: ["yes", "yeah", "sure", "okay"] } },
          { id: "otherwise", to: "not_now", when: { type: "otherwise" } },
        ],
      },
      {
        id: "mark", type: "ask", name: "The mark", position: at(1, 0),
        questions: [{ variable: "mark", text: "From zero to ten, how happy were you with your order?", retries: 2, reask: "Sorry, please say a number from zero to ten, or type it." }],
        exits: [
          { id: "success", to: "how_good", when: { type: "outcome", is: "success" } },
          { id: "failure", to: "thanks", when: { type: "outcome", is: "failure" } },
        ],
      },
      {
        id: "how_good", type: "decide", name: "How good is it?", position: at(2, 0),
        exits: [
          { id: "too_high", to: "out_of_range", when: { type: "expression", match: "any", tests: [{ left: "{{mark}}", op: ">", right: "10" }, { left: "{{mark}}", op: "<", right: "0" }] } },
          { id: "happy", to: "recommend", when: { type: "expression", tests: [{ left: "{{mark}}", op: ">=", right: "8" }] } },
          { id: "otherwise", to: "why", when: { type: "otherwise" } },
        ],
      },
      {
        id: "out_of_range", type: "talk", name: "From zero to ten", position: at(2, 1.3), wait: false,
        say: { mode: "fixed", text: "That is more than I can write down." },
        exits: [{ id: "then", to: "mark", when: { type: "always" } }],
      },
      {
        id: "recommend", type: "ask", name: "Recommend?", position: at(3, 0),
        questions: [{ variable: "recommends", text: "That is good to hear! Would you recommend us to a friend?", retries: 1 }],
        exits: [
          { id: "success", to: "thanks", when: { type: "outcome", is: "success" } },
          { id: "failure", to: "thanks", when: { type: "outcome", is: "failure" } },
        ],
      },
      {
        id: "why", type: "ask", name: "What should be better?", position: at(3, 1.3),
        questions: [
          { variable: "reason", text: "I am sorry that it was not perfect. What should be better: the price, the quality, the delivery or the service?", retries: 1 },
          { variable: "call_wanted", text: "Would you like us to call you about it?", retries: 1 },
        ],
        exits: [
          { id: "call", to: "we_call", when: { type: "expression", tests: [{ left: "{{call_wanted}}", op: "==", right: "yes" }] } },
          { id: "success", to: "thanks", when: { type: "outcome", is: "success" } },
          { id: "failure", to: "thanks", when: { type: "outcome", is: "failure" } },
        ],
      },
      { id: "we_call", type: "end", name: "We call", position: at(4, 1.3), say: "Thank you. Somebody will call you about the {{reason | order}} this week. Goodbye.", outcome: "call wanted" },
      { id: "thanks", type: "end", name: "Thank you", position: at(4, 0), say: "Thank you very much for your time. Goodbye.", outcome: "answered" },
      { id: "not_now", type: "end", name: "Another time", position: at(1, 1.5), say: "No problem. Thank you, and goodbye.", outcome: "not now" },
    ],
  },
});
