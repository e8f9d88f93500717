/** What is said in the bench. Every command is a phrase of the grammar; no stranger is. */
export const COMMANDS = [
  "book an appointment", "cancel my appointment", "speak to an agent", "opening hours", "pay my bill", "check my balance",
  "track my order", "report a problem", "technical support", "change my address", "make a complaint", "start over",
  "repeat that", "yes", "no", "yes please", "no thank you", "i am not sure", "goodbye", "help",
  "small", "medium", "large", "mushrooms", "pepperoni", "green peppers", "extra cheese", "tomorrow", "next monday", "friday",
  "half past two", "nine o'clock", "two thirty p m", "noon", "one", "seven", "twenty five", "four two seven one",
  "very satisfied", "not satisfied", "main menu", "leave a message",
] as const;

/** How the commands are said: bare, and inside words that a grammar must let pass. */
export const CARRIERS = ["{}", "um {}", "i'd like {} please"] as const;

/** Ordinary sentences of other matters, of the length that answers have. */
export const STRANGERS = [
  "the weather is lovely today", "did you see the game last night", "my dog ate the homework", "turn left at the traffic lights",
  "i was walking along the river", "she sells sea shells", "could you hold on a second", "where did i put my keys",
  "there is someone at the door", "the quick brown fox jumps over the lazy dog", "put the kettle on", "what a strange question",
  "i have never been to paris", "the train was late again", "blue is my favourite colour", "my mother is calling me",
  "what do you think about politics", "the children are playing outside", "this coffee tastes awful", "let me think about it",
  "we went shopping yesterday", "the car needs new tires", "how tall is the mountain", "he bought a red bicycle",
  "music helps me to sleep", "i forgot my umbrella", "the window is open", "winter is coming soon",
  "can you hear the birds", "they live in a big house", "the soup needs salt", "our flight leaves from gate nine",
  "do you like chocolate", "history was my worst subject", "the printer is broken", "give it back to your sister",
  "that movie was too long", "bread and butter", "look at the stars", "the baby is sleeping",
  "run as fast as you can", "everyone laughed at the joke", "grandfather tells good stories", "please water the plants",
  "i dropped my phone", "the bridge is closed", "nobody knows the answer", "close the garage", "what is your name", "tell me a story",
] as const;
