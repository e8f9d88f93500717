import { nextKeys } from "./engine/expect";
import { parseReply } from "./engine/reply-parser";
import { start, step } from "./engine/step";
import type { State, Utterance } from "./engine/state";
import type { CallContext, Effect, FlowEvent, Trace } from "./engine/types";
import type { Values } from "./engine/values";
import { isTimezone } from "./values/calendar";
import type { Plan } from "./plan";

export type SimulatedTurn = { say: string; understood?: boolean } | { press: string } | { silence: number };

export interface SimulationOptions {
  turns: SimulatedTurn[];
  variables?: Values;
  /** Raw replies of the language model, in order, one for each call of it. */
  model?: string[];
  /** Results of tools by tool id, in order. Kept for the node types that run tools. */
  toolResults?: Record<string, { success: boolean; result: unknown }[]>;
  /** When the call begins, ISO 8601 UTC. */
  now: string;
  timezone?: string;
  callId?: string;
  callerNumber?: string | null;
}

export interface SimulatedLine { role: "agent" | "caller"; text: string; at: string; node: string; interrupted?: boolean; understood?: false; keys?: string }

export interface Simulation {
  path: string[];
  variables: Values;
  transcript: SimulatedLine[];
  trace: Trace[];
  ended: State["ended"];
}

/** The flow asked the model once more than there were replies: the caller of the API gave too few (HTTP 422). */
export class ModelRepliesRunOut extends Error {
  constructor(readonly node: string, readonly used: number) {
    super(`The model is asked a ${used + 1}. time (at "${node}"), but ${used === 0 ? "no replies were given" : `only ${used} replies were given`}.`);
    this.name = "ModelRepliesRunOut";
  }
}

/** A call in text, turn by turn: the driver behind the simulator, `parley talk` and tests. It runs the very same `step` as the worker. */
export interface TextCall {
  turn(turn: SimulatedTurn): void;
  /** Lines added since it was last asked. */
  newLines(): SimulatedLine[];
  readonly state: State;
  readonly trace: Trace[];
  readonly events: FlowEvent[];
}

/** Begins a call in text: the agent's first words are said at once. @throws ModelRepliesRunOut here and from `turn` */
export function startTextCall(given: Plan, options: Omit<SimulationOptions, "turns">): TextCall {
  // Replies that are given stand for a model, also when none is chosen yet.
  const plan: Plan = options.model?.length && !given.speech.llm && given.speech.mode === "pipeline" ? { ...given, speech: { ...given.speech, llm: { provider: "simulation" } } } : given;
  const begun = Date.parse(options.now);
  const trace: Trace[] = [];
  const events: FlowEvent[] = [];
  let state = start(plan);
  let asked = 0;
  let shown = 0;

  const send = (event: Untimed): void => {
    // A second for each event: times differ and yet are the same in every run.
    const at = new Date((Number.isNaN(begun) ? 0 : begun) + events.length * 1000).toISOString();
    const timed = { ...event, at } as FlowEvent;
    const done = step(plan, state, timed);
    state = done.state;
    events.push(timed);
    trace.push(done.trace);
    for (const effect of done.effects) obey(effect);
  };

  const obey = (effect: Effect): void => {
    if (effect.type === "askModel") {
      const raw = options.model?.[asked];
      if (raw === undefined) throw new ModelRepliesRunOut(effect.node, asked);
      asked++;
      const reply = parseReply(effect.mode, raw);
      if (effect.mode === "route") send({ type: "routed", request: effect.id, choice: reply.choice, raw: raw.slice(0, 200) });
      if (state.pending?.request === effect.id) send({ type: "replied", request: effect.id, text: reply.text });
    }
  };

  const context: CallContext = {
    callId: options.callId ?? "simulation", channel: "simulation", callerNumber: options.callerNumber ?? null, agentNumber: null,
    timezone: [options.timezone, plan.timezone].find((zone) => zone !== undefined && isTimezone(zone)) ?? "UTC",
  };
  send({ type: "started", context, variables: options.variables ?? {} });

  return {
    turn(turn) {
      if (state.status === "ended") return;
      if ("say" in turn) send({ type: "said", text: turn.say, understood: turn.understood ?? true });
      else if ("silence" in turn) send({ type: "silent", seconds: turn.silence });
      else for (let keys = turn.press; keys !== "" && state.status === "live"; ) {
        const part = splitKeys(plan, state, keys);
        send({ type: "pressed", keys: part });
        keys = keys.slice(part.length);
      }
    },
    newLines() {
      const lines = linesOf(state.transcript);
      const fresh = lines.slice(shown);
      shown = lines.length;
      return fresh;
    },
    get state() { return state; },
    trace,
    events,
  };
}

type Untimed = FlowEvent extends infer E ? (E extends FlowEvent ? Omit<E, "at"> : never) : never;

/** Runs a whole call in text. @throws ModelRepliesRunOut */
export function simulate(plan: Plan, options: SimulationOptions): Simulation {
  const call = startTextCall(plan, options);
  for (const turn of options.turns) call.turn(turn);
  const { state } = call;
  return { path: state.path, variables: state.values, transcript: linesOf(state.transcript), trace: call.trace, ended: state.ended };
}

/** The first keys of a row that belong together, as a phone line would take them; the rest goes to wherever they lead. */
export function splitKeys(plan: Plan, state: State, keys: string): string {
  let end = 1;
  for (; end <= keys.length; end++) {
    const verdict = nextKeys(plan, state, keys.slice(0, end));
    if (verdict === "complete") return keys.slice(0, end);
    if (verdict === "none") break;
  }
  if (end > keys.length) return keys;
  // Too long by now: the longest beginning that is an exit, else everything up to here.
  for (let shorter = end - 1; shorter > 0; shorter--) {
    const part = keys.slice(0, shorter);
    if (isExit(plan, state, part)) return part;
  }
  return keys.slice(0, end);
}

function isExit(plan: Plan, state: State, keys: string): boolean {
  const node = plan.nodes[state.node];
  const conditions = [...(node?.exits.map((e) => e.when) ?? []), ...plan.globals.map((id) => plan.nodes[id]?.global?.when)];
  return conditions.some((when) => when?.type === "keypad" && when.keys === keys);
}

function linesOf(transcript: Utterance[]): SimulatedLine[] {
  return transcript
    .filter((line) => line.text !== "" || line.understood === false)
    .map(({ role, text, at, node, interrupted, understood, keys }) => ({ role, text, at, node, ...(interrupted ? { interrupted } : {}), ...(understood === false ? { understood } : {}), ...(keys ? { keys } : {}) }));
}
