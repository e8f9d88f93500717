import { nodeTypeOf } from "../nodes/behaviour-of";
import type { CallerAct } from "../nodes/node-type";
import type { Run } from "./run";
import type { Way } from "./way";
import { sentencesIn } from "./sentences";
import type { FlowEvent } from "./types";
import { nothingHeld } from "./turn";
import { follow } from "./walk";

type Of<T extends FlowEvent["type"]> = Extract<FlowEvent, { type: T }>;

/** The marker is known: the exit that the model chose, or none of them. */
export function onRouted(run: Run, event: Pick<Of<"routed">, "request" | "choice" | "raw">): void {
  const { state } = run;
  const { pending } = state;
  const node = run.node(state.node);
  if (!node || !pending || pending.request !== event.request || pending.phase !== "routing") return run.note(`the marker of request ${event.request} is no longer awaited`);
  state.pending = null;
  const chosen = pending.shown.find((exit) => exit.number === event.choice);
  if (!chosen && event.choice !== 0) run.note(event.choice === null ? `the model gave no marker${event.raw ? ` ("${event.raw}")` : ""}; it counts as >0` : `the model answered >${event.choice}, which it was not shown; it counts as >0`);
  const answer = chosen ? `the model answered >${chosen.number}` : "the model answered >0";
  for (const exit of pending.shown) {
    const way = wayOf(run, exit.node, exit.exit);
    if (way) run.consider(way, exit === chosen, answer);
    if (exit === chosen) break;
  }
  run.reply = { request: pending.request, writtenFor: pending.writtenFor[chosen?.number ?? 0] ?? null, used: false };
  if (chosen) return follow(run, { kind: "go", node: chosen.node, exit: { id: chosen.exit, to: chosen.to } });
  noneOfThem(run, { said: pending.heard, understood: true });
}

function wayOf(run: Run, nodeId: string, exit: string): Way | undefined {
  const node = run.node(nodeId);
  return node && [...run.ownWays(node), ...run.globalWays()].find((way) => way.node === nodeId && way.exit.id === exit);
}

/** The model chose none: now the node may use the words itself; then what comes when nothing held. */
function noneOfThem(run: Run, act: CallerAct | null): void {
  const node = run.node(run.state.node);
  const used = node && act ? nodeTypeOf(node).use?.(run, node, act, false) : null;
  if (used) follow(run, used);
  else nothingHeld(run, act);
}

/** The model's text is complete. */
export function onReplied(run: Run, event: Of<"replied">): void {
  if (run.state.pending?.request === event.request && run.state.pending.phase === "routing") onRouted(run, { request: event.request, choice: null });
  const { pending } = run.state;
  if (!pending || pending.request !== event.request) return run.note(`the reply to request ${event.request} is not used`);
  finishSpeech(run, event.text.trim());
  if (event.text.trim() === "") run.note("the model's reply is empty; nothing is said");
  // A reply at hand was used by the line that has just been written.
  goOnAfterReply(run);
}

/** The model could not answer: an honest sentence, then the way for when nothing held. */
export function onModelFailed(run: Run, event: Of<"modelFailed">): void {
  const { pending } = run.state;
  if (!pending || pending.request !== event.request) return run.note(`request ${event.request} failed, but it was not awaited`);
  run.note(`the model did not answer: ${event.message}`);
  run.modelDown = true;
  const node = run.node(run.state.node);
  if (node) run.sayText(node, sentencesIn(run.plan.persona.language).modelUnavailable, true);
  if (pending.phase === "routing") {
    run.state.pending = null;
    // The caller is not to blame, so this is no failed try: nobody's words are judged.
    const used = node ? nodeTypeOf(node).use?.(run, node, { said: pending.heard, understood: true }, false) : null;
    if (used) follow(run, used);
    else nothingHeld(run, null);
    return;
  }
  finishSpeech(run, "");
  goOnAfterReply(run);
}

/** Writes what was said into the transcript; a line that stayed empty is taken out. */
function finishSpeech(run: Run, text: string): void {
  const { state } = run;
  const speech = state.pending?.speech;
  state.pending = null;
  const index = state.transcript.findIndex((line) => line.speech === speech);
  const line = state.transcript[index];
  if (!line || line.interrupted) return;
  if (text === "") state.transcript.splice(index, 1);
  else line.text = text;
}

function goOnAfterReply(run: Run): void {
  const node = run.node(run.state.node);
  const passing = node && nodeTypeOf(node).replied?.(run, node);
  if (passing) follow(run, passing);
}
