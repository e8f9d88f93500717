import { at, template } from "./template";

/** A practice that books appointments: three questions in any order, opening hours checked, read back before it is booked. */
export const appointmentBooking = template({
  id: "appointment-booking",
  name: "Appointment booking",
  description: "Asks for the treatment, the day and the time, checks the opening hours and reads everything back. Callers can ask for the opening hours at any moment.",
  icon: "calendar-check",
  trySaying: ["I'd like to book an appointment", "A check up please", "Tomorrow", "Half past two", "Yes"],
  document: {
    parley: 1,
    name: "Appointment booking",
    persona: { instructions: "You are the friendly receptionist of the Harbour dental practice. You keep it short and you never give medical advice.", language: "en-US" },
    speech: { tts: { provider: "local", voice: "slt", speed: 1 } },
    variables: [
      { name: "treatment", type: "choice", description: "What the caller comes for", choices: ["check up", "cleaning", "filling"] },
      { name: "day", type: "date", description: "Day of the appointment" },
      { name: "time", type: "time", description: "Time of the appointment" },
    ],
    start: "welcome",
    nodes: [
      {
        id: "welcome", type: "talk", name: "Welcome", position: at(0, 0),
        say: { mode: "fixed", text: "Hello, this is the Harbour dental practice. Would you like to book an appointment?" },
        exits: [
          { id: "book", to: "details", when: { type: "phrase", phrases: ["yes", "yeah", "sure", "book", "appointment", "check up", "cleaning", "filling"] } },
          { id: "no", to: "goodbye", when: { type: "phrase", phrases: ["no", "goodbye", "never mind"] } },
          { id: "silence", to: "still_there", when: { type: "silence", seconds: 10 } },
          { id: "otherwise", to: "explain", when: { type: "otherwise" } },
        ],
      },
      {
        id: "still_there", type: "talk", name: "Still there?", position: at(0, 2), wait: false,
        say: { mode: "fixed", text: "Are you still there?" },
        exits: [{ id: "then", to: "welcome", when: { type: "always" } }],
      },
      {
        id: "explain", type: "talk", name: "Explain", position: at(1, 2),
        say: { mode: "fixed", text: "I can book an appointment for you. Shall I do that?" },
        exits: [
          { id: "yes", to: "details", when: { type: "phrase", phrases: ["yes", "yeah", "sure", "please", "book", "appointment"] } },
          { id: "otherwise", to: "goodbye", when: { type: "otherwise" } },
        ],
      },
      {
        id: "details", type: "ask", name: "What, when", position: at(1, 0),
        questions: [
          { variable: "treatment", text: "What is it for: a check up, a cleaning or a filling?", retries: 2 },
          { variable: "day", text: "Which day would suit you?", retries: 2 },
          { variable: "time", text: "And at what time?", retries: 2 },
        ],
        exits: [
          { id: "success", to: "open_then", when: { type: "outcome", is: "success" } },
          { id: "failure", to: "give_up", when: { type: "outcome", is: "failure" } },
        ],
      },
      {
        id: "open_then", type: "decide", name: "Are we open then?", position: at(2, 0),
        exits: [
          { id: "closed", to: "closed", when: { type: "expression", match: "any", tests: [{ left: "{{time}}", op: "<", right: "09:00" }, { left: "{{time}}", op: ">=", right: "17:00" }] } },
          { id: "otherwise", to: "confirm", when: { type: "otherwise" } },
        ],
      },
      {
        id: "closed", type: "talk", name: "Closed then", position: at(2, 1), wait: false,
        say: { mode: "fixed", text: "I am sorry, we are open from nine to five." },
        exits: [{ id: "then", to: "forget_time", when: { type: "always" } }],
      },
      {
        id: "forget_time", type: "set", name: "Forget the time", position: at(3, 1),
        assign: [{ variable: "time", value: null }],
        exits: [{ id: "then", to: "other_time", when: { type: "always" } }],
      },
      {
        id: "other_time", type: "ask", name: "Another time", position: at(4, 1),
        questions: [{ variable: "time", text: "At what time would you like to come?", retries: 2 }],
        exits: [
          { id: "success", to: "open_then", when: { type: "outcome", is: "success" } },
          { id: "failure", to: "give_up", when: { type: "outcome", is: "failure" } },
        ],
      },
      {
        id: "confirm", type: "talk", name: "Is that right?", position: at(3, 0),
        say: { mode: "fixed", text: "That is a {{treatment}} on {{day}} at {{time}}. Shall I book it?" },
        exits: [
          { id: "yes", to: "booked", when: { type: "phrase", phrases: ["yes", "yeah", "sure", "please", "that is right", "correct", "book it"] } },
          { id: "no", to: "again", when: { type: "phrase", phrases: ["no", "wrong", "change it"] } },
          { id: "otherwise", to: "say_yes_or_no", when: { type: "otherwise" } },
        ],
      },
      {
        id: "say_yes_or_no", type: "talk", name: "Yes or no", position: at(4, 2), wait: false,
        say: { mode: "fixed", text: "Please say yes or no." },
        exits: [{ id: "then", to: "confirm", when: { type: "always" } }],
      },
      {
        id: "again", type: "talk", name: "Once more", position: at(3, 2), wait: false,
        say: { mode: "fixed", text: "No problem, let us go through it again." },
        exits: [{ id: "then", to: "details", when: { type: "always" } }],
      },
      { id: "booked", type: "end", name: "Booked", position: at(4, 0), say: "Your {{treatment}} is booked. We look forward to seeing you. Goodbye.", outcome: "booked" },
      { id: "give_up", type: "end", name: "Somebody calls back", position: at(2, 2), say: "I am sorry, I could not book that. Somebody from the practice will call you back. Goodbye.", outcome: "call back" },
      { id: "goodbye", type: "end", name: "Goodbye", position: at(2, 3), say: "All right. Have a nice day. Goodbye.", outcome: "not booked" },
      {
        id: "hours", type: "talk", name: "Opening hours", position: at(0, 3), wait: false,
        global: { when: { type: "phrase", phrases: ["opening hours", "are you open", "when do you open", "when do you close"] }, comesBack: true },
        say: { mode: "fixed", text: "We are open from Monday to Friday, from nine to five." },
      },
    ],
    notes: [{ id: "tip", text: "The step \"Opening hours\" is reached from everywhere and then goes back to where the caller was.", position: { x: 420, y: 800 } }],
  },
});
