import type { Plan } from "../plan";
import { convert } from "../values/convert";
import { silenceTimes } from "./expect";
import { lookupOf } from "./lookup";
import { onModelFailed, onReplied, onRouted } from "./model-events";
import { Run } from "./run";
import { newState, type State } from "./state";
import { callerTurn } from "./turn";
import type { Effect, FlowEvent, Trace } from "./types";
import { arrive, follow } from "./walk";

/** What one event did. Nothing in it is shared with the state that went in. */
export interface Step { state: State; effects: Effect[]; trace: Trace }

/** A call of this plan before it begins. Send `started` first. */
export function start(_plan: Plan): State {
  return newState();
}

/**
 * The engine: what this event does to a call. Pure: same input, same output; the inputs are never changed. Never throws for
 * a compiled plan: what cannot go on ends the call with reason `error` and says so in the trace.
 */
export function step(plan: Plan, state: State, event: FlowEvent): Step {
  const run = new Run(plan, structuredClone(state), event.type);
  run.state.at = event.at;
  if (run.state.status === "ended" && event.type !== "spoke") run.note(`the call is over; ${event.type} is ignored`);
  else if (run.state.status === "new" && event.type !== "started") run.note(`the call has not begun; ${event.type} is ignored`);
  else handle(run, event);
  return settle(run);
}

/** Folds a call's events: where it is now, and what each event did. */
export function replay(plan: Plan, events: readonly FlowEvent[]): { state: State; steps: Step[] } {
  let state = start(plan);
  const steps = events.map((event) => {
    const done = step(plan, state, event);
    state = done.state;
    return done;
  });
  return { state, steps };
}

function handle(run: Run, event: FlowEvent): void {
  switch (event.type) {
    case "started": return onStarted(run, event);
    case "said": return onSaid(run, event.text, event.understood);
    case "pressed": return onPressed(run, event.keys);
    case "silent": return onSilent(run, event.seconds);
    case "spoke": return onSpoke(run, event);
    case "routed": return onRouted(run, event);
    case "replied": return onReplied(run, event);
    case "modelFailed": return onModelFailed(run, event);
    case "timeUp": return stop(run, "longest_duration");
    case "hungUp": return stop(run, "caller_hung_up");
    case "failed": return stop(run, "error", event.message);
  }
}

function onStarted(run: Run, event: Extract<FlowEvent, { type: "started" }>): void {
  const { plan, state } = run;
  if (state.status !== "new") return run.note("the call has begun already");
  state.status = "live";
  state.context = event.context;
  const { context } = lookupOf(plan, state);
  const values = new Map(plan.variables.map((v) => [v.name, convert(v.default, v, context)]));
  for (const [name, value] of Object.entries(event.variables)) values.set(name, convert(value, plan.variables.find((v) => v.name === name), context));
  state.values = Object.fromEntries(values);
  state.mute = plan.turnTaking.firstSpeaker === "caller";
  if (!run.node(plan.start)) {
    run.note("the flow has no start");
    run.end("error", undefined, "the flow has no start");
    return;
  }
  follow(run, arrive(run, { kind: "go", node: "", exit: { id: "start", to: plan.start } }));
  // The beginning is no exit; what silent nodes took after it is.
  if (run.trace.taken?.exit === "start" && run.trace.taken.node === "") run.trace.taken = null;
}

function onSaid(run: Run, said: string, understood: boolean): void {
  const { state } = run;
  const text = understood ? said.trim() : "";
  const heard = [interruptModel(run), text].filter(Boolean).join(" ");
  run.addLine({ role: "caller", text, at: state.at, node: state.node, ...(understood ? {} : { understood: false as const }) });
  state.heard = heard;
  callerTurn(run, { said: heard, understood: understood || heard !== "" });
}

function onPressed(run: Run, keys: string): void {
  interruptModel(run);
  run.addLine({ role: "caller", text: `pressed ${keys}`, at: run.state.at, node: run.state.node, keys });
  callerTurn(run, { pressed: keys });
}

/** The caller does something while the model is at work: its answer is not wanted. What it was to answer is returned, to be judged together with the rest. */
function interruptModel(run: Run): string {
  const { pending } = run.state;
  if (!pending) return "";
  run.state.pending = null;
  run.effects.push({ type: "dropReply", request: pending.request });
  if (pending.phase !== "routing") return "";
  run.note("the caller went on before the model had answered; both are judged together");
  return pending.heard;
}

function onSilent(run: Run, seconds: number): void {
  const { plan, state } = run;
  const node = run.node(state.node);
  if (!node) return;
  if (state.pending) return run.note("the model is still answering; the silence is not the caller's");
  const limit = plan.limits.endAfterSilenceSeconds;
  // Silence exits that lead round in a circle must not keep a dead line open for ever.
  if (state.quietSeconds > 0 && state.quietSeconds + seconds >= limit) return stop(run, "silence");
  const way = run.firstHolding(run.waysOf(node, "silence"), { silentSeconds: seconds });
  if (way) {
    state.quietSeconds += way.when.type === "silence" ? way.when.seconds : seconds;
    state.hops = 0;
    return follow(run, { kind: "go", node: way.node, exit: way.exit });
  }
  if (seconds >= limit) stop(run, "silence");
}

/** What was heard of a speech replaces what was to be said. */
function onSpoke(run: Run, event: Extract<FlowEvent, { type: "spoke" }>): void {
  if (!event.interrupted) return;
  const { transcript } = run.state;
  const index = transcript.findIndex((line) => line.speech === event.speech);
  const line = transcript[index];
  if (!line) return;
  line.text = event.heard.trim();
  line.interrupted = true;
}

function stop(run: Run, reason: "silence" | "longest_duration" | "caller_hung_up" | "error", message?: string): void {
  interruptModel(run);
  if (message !== undefined) run.note(message);
  run.end(reason, undefined, message);
}

/** Tells the driver what else follows: a reply nobody needs is dropped, and somebody has to listen. */
function settle(run: Run): Step {
  const { state, effects } = run;
  if (run.reply && !run.reply.used) effects.unshift({ type: "dropReply", request: run.reply.request });
  if (state.status === "ended" && state.pending) {
    effects.unshift({ type: "dropReply", request: state.pending.request });
    state.pending = null;
  }
  const waitsForModel = state.pending !== null && (state.pending.phase === "routing" || passesOn(run));
  // Every turn of the caller is answered by a new wait, also one that changed nothing: the silence begins anew.
  const acted = effects.length > 0 || run.trace.entered.length > 0 || run.trace.event === "said" || run.trace.event === "pressed";
  if (state.status === "live" && acted && !waitsForModel) effects.push({ type: "listen", node: state.node, silentAfterSeconds: silenceTimes(run.plan, state) });
  return { state, effects, trace: run.trace };
}

/** The node speaks the model's words and goes on by itself: nobody listens yet. */
function passesOn(run: Run): boolean {
  const node = run.node(run.state.node);
  return node?.type === "talk" && !node.wait;
}
