import type { Run } from "../../engine/run";
import type { NodeBehaviour, Passing } from "../node-type";
import type { TalkNode } from "./schema";

/** Speaks: the fixed text, or the model's reply (the one at hand, or a new one). */
function speak(run: Run, node: TalkNode, onEntry: boolean): Passing {
  if (node.say.mode === "fixed") {
    run.say(node, node.say.text);
    return after(run, node);
  }
  if (run.speakByModel(node, onEntry)) return node.wait ? { kind: "listen" } : { kind: "model" };
  return after(run, node);
}

/** Listens, or passes on. Without an exit that holds, a node that would pass on listens after all. */
function after(run: Run, node: TalkNode): Passing {
  return node.wait ? { kind: "listen" } : run.leave(node);
}

export const talkBehaviour: NodeBehaviour<TalkNode> = {
  // The caller speaks first: the text comes when they said something that leads nowhere else.
  enter: (run, node) => (run.state.mute ? { kind: "listen" } : speak(run, node, true)),
  stay: (run, node, act) => speak(run, node, act === null),
  replied: (run, node) => after(run, node),
  isSilent: () => false,
  speaksByModel: (node) => node.say.mode === "prompt",
  instruction: (node) => node.say.text,
  texts: (node) => (node.say.mode === "fixed" ? [{ field: "say.text", text: node.say.text }] : []),
};
