import type { FlowNode } from "../document/schema";
import { routeMessages, speakMessages } from "./prompt";
import { landing } from "./walk";
import type { Run } from "./run";
import type { ShownExit } from "./types";
import { words } from "../conditions/registry";
import { modelOf } from "./voices";
import type { Way } from "./way";

/** Speaks the reply that is at hand, when it was written for this node. */
export function useReply(run: Run, node: FlowNode): boolean {
  const { reply } = run;
  if (!reply || reply.used || reply.writtenFor !== node.id) return false;
  reply.used = true;
  startSpeaking(run, node, reply.request, [], false);
  return true;
}

/** Asks the model for what this node says. false: there is no model, or it has just failed. */
export function askToSpeak(run: Run, node: FlowNode, onEntry: boolean): boolean {
  const model = modelOf(run.plan, node);
  if (!model) {
    run.note("there is no language model, so nothing is said here");
    return false;
  }
  if (run.modelDown) return false;
  const request = run.nextRequest();
  run.effects.push({ type: "askModel", id: request, node: node.id, mode: "speak", exits: [], messages: speakMessages(run, node), model });
  startSpeaking(run, node, request, [], onEntry);
  return true;
}

function startSpeaking(run: Run, node: FlowNode, request: string, shown: ShownExit[], onEntry: boolean): void {
  const speech = run.nextSpeech();
  run.effects.push({ type: "speakReply", id: speech, request, node: node.id, voice: run.voice(node) });
  run.addLine({ role: "agent", text: "", at: run.state.at, node: node.id, speech });
  run.state.pending = { request, phase: "replying", speech, shown, writtenFor: {}, heard: "", onEntry };
}

/** Asks the model, in one call, which of the ways it is and for the speech that follows. false: there is no model. */
export function askToRoute(run: Run, node: FlowNode, ways: Way[], last: Way | null, heard: string): boolean {
  const model = modelOf(run.plan, node);
  if (!model || run.modelDown) return false;
  const request = run.nextRequest();
  const shown = ways.map((way, i): ShownExit => ({ number: i + 1, node: way.node, exit: way.exit.id, to: way.exit.to, meaning: meaningOf(way) }));
  const writtenFor: Record<number, string | null> = { 0: last ? landing(run, last.exit.to) : node.id };
  for (const exit of shown) writtenFor[exit.number] = landing(run, exit.to);
  run.state.pending = { request, phase: "routing", speech: null, shown, writtenFor, heard, onEntry: false };
  run.effects.push({ type: "askModel", id: request, node: node.id, mode: "route", exits: shown, messages: routeMessages(run, node, shown, writtenFor), model });
  return true;
}

function meaningOf(way: Way): string {
  return way.when.type === "prompt" ? way.when.text.trim() || "(not described)" : words(way.when);
}
