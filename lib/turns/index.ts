export { expectedOf } from "./expected";
export { pauseFor, TIMES } from "./settings";
export { dueAt, initialTurnState, turn } from "./turn";
export type { Decision, Eagerness, Expected, TimedEvent, TurnState, Verdict } from "./types";
