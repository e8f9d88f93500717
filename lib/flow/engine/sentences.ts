import type { VariableType } from "../document/parts";
import { baseLanguage } from "../values/value-context";

/** What the engine itself says, where the author wrote nothing. Another language is another table; English when there is none. */
interface Sentences {
  /** An answer could not be used. `choices`: what may be chosen. */
  wanted(type: VariableType, choices: readonly string[]): string;
  question(name: string): string;
  isThatRight(value: string): string;
  yesOrNo: string;
  modelUnavailable: string;
  cannotGoOn: string;
}

const list = (items: readonly string[], or: string) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${or} ${items.at(-1)}`);

const en: Sentences = {
  wanted(type, choices) {
    switch (type) {
      case "boolean": return "Sorry, I need a yes or a no.";
      case "number": return "Sorry, I need a number, for example twenty five.";
      case "date": return "Sorry, I need a date, for example tomorrow.";
      case "time": return "Sorry, I need a time, for example half past two.";
      case "phone": return "Sorry, I need a phone number, digit by digit.";
      case "email": return "Sorry, I need an e-mail address, for example anna at example dot com.";
      case "choice": return choices.length > 0 && choices.length <= 8 ? `Sorry, please say ${list(choices, "or")}.` : "Sorry, that is not one of the choices.";
      case "text": return "Sorry, I did not catch that.";
    }
  },
  question: (name) => `What is the ${name.replace(/_/g, " ")}?`,
  isThatRight: (value) => `I have ${value}. Is that right?`,
  yesOrNo: "Sorry, please say yes or no.",
  modelUnavailable: "I am sorry, I have trouble answering right now.",
  cannotGoOn: "I am sorry, something is wrong on my side and I cannot go on. Goodbye.",
};
const de: Sentences = {
  wanted(type, choices) {
    switch (type) {
      case "boolean": return "Entschuldigung, bitte sagen Sie ja oder nein.";
      case "number": return "Entschuldigung, ich brauche eine Zahl.";
      case "date": return "Entschuldigung, ich brauche ein Datum.";
      case "time": return "Entschuldigung, ich brauche eine Uhrzeit.";
      case "phone": return "Entschuldigung, ich brauche eine Telefonnummer, Ziffer für Ziffer.";
      case "email": return "Entschuldigung, ich brauche eine E-Mail-Adresse.";
      case "choice": return choices.length > 0 && choices.length <= 8 ? `Entschuldigung, bitte sagen Sie ${list(choices, "oder")}.` : "Entschuldigung, das steht nicht zur Wahl.";
      case "text": return "Entschuldigung, das habe ich nicht verstanden.";
    }
  },
  question: (name) => `Bitte sagen Sie: ${name.replace(/_/g, " ")}.`,
  isThatRight: (value) => `Ich habe ${value}. Ist das richtig?`,
  yesOrNo: "Entschuldigung, bitte sagen Sie ja oder nein.",
  modelUnavailable: "Es tut mir leid, ich kann gerade nicht antworten.",
  cannotGoOn: "Es tut mir leid, bei mir stimmt etwas nicht, ich kann nicht weitermachen. Auf Wiederhören.",
};

const TABLES: Record<string, Sentences> = { en, de };

export function sentencesIn(language: string): Sentences {
  const base = baseLanguage(language);
  return Object.hasOwn(TABLES, base) ? TABLES[base]! : en;
}
