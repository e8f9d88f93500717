/** The conversation of the bench: two nodes that send the caller to and fro by one word each. */
export const GREETING = "Hello. Left or right?";
export const REPLIES = { left: "You said left. Left or right?", right: "You said right. Left or right?" } as const;
export type Word = keyof typeof REPLIES;
export const WORDS = Object.keys(REPLIES) as Word[];

const exits = WORDS.map((word) => ({ id: word, to: word, when: { type: "phrase", phrases: [word] } }));

/** The same conversation as a flow. */
export const FLOW = {
  parley: 1,
  name: "Bench: to and fro",
  start: "hello",
  nodes: [
    { id: "hello", type: "talk", name: "Hello", say: { mode: "fixed", text: GREETING }, exits },
    ...WORDS.map((word) => ({ id: word, type: "talk", name: word, say: { mode: "fixed", text: REPLIES[word] }, exits })),
  ],
};
