import type { Variable, VariableType } from "../document/parts";
import type { ValueContext } from "../values/value-context";
import { localDate, localTime } from "../values/calendar";
import type { State } from "./state";
import type { Value } from "./values";

/** How conditions and templates read variables: the call's own and the built-in ones. */
export interface Lookup {
  value(name: string): Value | undefined;
  /** Declared type; built-in ones have one too. */
  typeOf(name: string): VariableType | undefined;
  /** For understanding words like "tomorrow". */
  context: ValueContext;
}

/** Reads a call's variables at one moment (`state.at`). */
export function lookupOf(plan: { variables: Variable[]; persona: { language: string } }, state: State): Lookup {
  const timezone = state.context?.timezone ?? "UTC";
  const context: ValueContext = { language: plan.persona.language, now: state.at, timezone, callerNumber: state.context?.callerNumber ?? null };
  const builtIn: Record<string, () => Value> = {
    "caller.number": () => state.context?.callerNumber ?? null,
    "agent.number": () => state.context?.agentNumber ?? null,
    "call.id": () => state.context?.callId ?? null,
    "call.channel": () => state.context?.channel ?? null,
    now: () => `${localDate(state.at, timezone)} ${localTime(state.at, timezone)}`,
    today: () => localDate(state.at, timezone),
    timezone: () => timezone,
    heard: () => state.heard,
  };
  return {
    context,
    value: (name) => (Object.hasOwn(state.values, name) ? state.values[name] : Object.hasOwn(builtIn, name) ? builtIn[name]!() : undefined),
    typeOf: (name) => plan.variables.find((v) => v.name === name)?.type ?? (name === "today" || name === "now" ? "date" : name.endsWith(".number") ? "phone" : undefined),
  };
}
