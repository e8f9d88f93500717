import { nodeTypeOf } from "../nodes/behaviour-of";
import type { CallerAct } from "../nodes/node-type";
import { askToRoute } from "./reply";
import type { Run } from "./run";
import type { Way } from "./way";
import { follow } from "./walk";

/**
 * One turn of the caller (FLOW.md, "Order"): exits without a model, then the node's own use of the words, then the model, then
 * what comes when nothing held; else the node stays.
 */
export function callerTurn(run: Run, act: CallerAct): void {
  const { state } = run;
  const node = run.node(state.node);
  if (!node) return;
  state.turn++;
  state.hops = 0;
  state.quietSeconds = 0;
  run.firstWords = state.mute;
  state.mute = false;

  const moment = "said" in act ? { said: { text: act.said, understood: act.understood } } : { pressed: act.pressed };
  const way = run.firstHolding(run.firstWays(node), moment);
  if (way) return follow(run, { kind: "go", node: way.node, exit: way.exit });

  const prompts = "said" in act && act.understood && act.said.trim() !== "" ? promptWays(run) : [];
  const used = nodeTypeOf(node).use?.(run, node, act, prompts.length > 0 && run.hasModel(node));
  if (used) return follow(run, used);

  if (prompts.length > 0 && "said" in act) {
    if (askToRoute(run, node, prompts, lastWay(run), act.said)) return;
    for (const prompt of prompts) run.consider(prompt, false, "there is no language model to judge it");
  }
  nothingHeld(run, act);
}

/** The prompt exits that can be taken: the node's own, then the global nodes'. */
function promptWays(run: Run): Way[] {
  const node = run.node(run.state.node)!;
  return run.waysOf(node, "model").filter((way) => {
    const connected = run.node(way.exit.to) !== undefined;
    if (!connected) run.consider(way, false, "this exit leads nowhere, so the model is not asked about it");
    return connected;
  });
}

/** Where it goes when nothing held: `otherwise`, or "then" of a node that has done its speaking. Not considered yet, only found. */
function lastWay(run: Run): Way | null {
  const node = run.node(run.state.node)!;
  if (nodeTypeOf(node).triesAgain) return null;
  return run.waysOf(node, "last").find((way) => run.node(way.exit.to) !== undefined) ?? null;
}

/** Nothing held: the last exits, else the node stays. */
export function nothingHeld(run: Run, act: CallerAct | null): void {
  const node = run.node(run.state.node);
  if (!node) return;
  const type = nodeTypeOf(node);
  const way = type.triesAgain ? null : run.firstHolding(run.waysOf(node, "last"), { finished: true, nothingElse: true });
  follow(run, way ? { kind: "go", node: way.node, exit: way.exit } : type.stay(run, node, act));
}
