import { nodeTypeOf } from "../nodes/behaviour-of";
import type { Passing } from "../nodes/node-type";
import { sentencesIn } from "./sentences";
import type { Run } from "./run";
import { GLOBAL_EXIT } from "./way";

/** More nodes than this without the caller doing anything: the flow spins. A flow may be long, so its size counts too. */
const hopLimit = (run: Run) => Math.max(50, 2 * Object.keys(run.plan.nodes).length);

/** Goes on from node to node until the caller or the model is needed, or the call is over. */
export function follow(run: Run, first: Passing): void {
  let passing = first;
  for (;;) {
    if (passing.kind === "go") passing = arrive(run, passing);
    else if (passing.kind === "done") {
      const back = comeBack(run);
      if (back === null) return nowhere(run);
      passing = back;
    } else if (passing.kind === "listen" && run.state.returns.length > 0 && hasNoWayOn(run)) {
      passing = { kind: "done" };
    } else return;
  }
}

/** Enters a node: remembers the way, then lets the node act. */
export function arrive(run: Run, to: Extract<Passing, { kind: "go" }>): Passing {
  const { state } = run;
  const target = run.node(to.exit.to);
  if (!target) return { kind: "done" };
  if (run.trace.taken === null) run.trace.taken = { node: to.node, exit: to.exit.id, to: target.id };
  if (++state.hops > hopLimit(run)) {
    run.note(`${state.hops} nodes were entered without the caller doing anything; the call is ended`);
    run.sayText(target, sentencesIn(run.plan.persona.language).cannotGoOn, true);
    return run.end("error", undefined, "the flow goes round in a circle without listening");
  }
  if (to.exit.id === GLOBAL_EXIT && to.node === target.id) {
    state.globalTurns[target.id] = state.turn;
    // One that interrupts another global node still comes back to where the caller was at first.
    if (target.global?.comesBack && !state.returns.some((r) => r.node === state.node)) state.returns.push({ node: state.node, memory: state.memory });
  } else if (state.returns.at(-1)?.node === target.id) {
    state.returns.pop();
  }
  state.node = target.id;
  state.memory = null;
  enterPath(run, target.id);
  return nodeTypeOf(target).enter(run, target);
}

export function enterPath(run: Run, id: string): void {
  run.state.path.push(id);
  run.trace.entered.push(id);
  run.state.visits[id] = (Object.hasOwn(run.state.visits, id) ? run.state.visits[id]! : 0) + 1;
}

/** Back to the node that a global one interrupted; it says its text again. null: nothing was interrupted. */
function comeBack(run: Run): Passing | null {
  const back = run.state.returns.pop();
  const node = back && run.node(back.node);
  if (!back || !node) return null;
  run.note(`back to where the caller was before: ${node.name || node.id}`);
  run.state.hops++;
  run.state.node = node.id;
  run.state.memory = back.memory;
  enterPath(run, node.id);
  return nodeTypeOf(node).stay(run, node, null);
}

/** A node that listens although nothing could lead on from it: an answer by the way, after which the call goes back. */
function hasNoWayOn(run: Run): boolean {
  const node = run.node(run.state.node);
  return node !== undefined && node.exits.every((exit) => run.node(exit.to) === undefined) && run.state.pending === null && nodeTypeOf(node).answerKeys === undefined;
}

/** Finished, and no exit leads on. A node that speaks goes on listening; a silent one would leave the caller in silence. */
function nowhere(run: Run): void {
  const node = run.node(run.state.node);
  run.note("nothing leads on from here");
  if (!node || !nodeTypeOf(node).isSilent(run, node)) return;
  run.sayText(node, sentencesIn(run.plan.persona.language).cannotGoOn, true);
  run.end("error", undefined, `nothing leads on from "${node.name || node.id}"`);
}

/**
 * The node at which a way really ends when silent nodes follow, computed on a copy: for this node the model writes its
 * speech. null: nowhere, or not known.
 */
export function landing(run: Run, to: string | null): string | null {
  const scratch = run.scratch();
  let target = scratch.node(to);
  for (let hops = 0; target && hops < hopLimit(run); hops++) {
    const type = nodeTypeOf(target);
    if (!type.isSilent(scratch, target)) return target.id;
    scratch.state.node = target.id;
    scratch.state.memory = null;
    scratch.state.visits[target.id] = (scratch.state.visits[target.id] ?? 0) + 1;
    const passing = type.enter(scratch, target);
    target = passing.kind === "go" ? scratch.node(passing.exit.to) : undefined;
  }
  return null;
}
