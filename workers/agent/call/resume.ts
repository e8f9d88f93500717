import type { Effect, FlowEvent } from "@/lib/flow/engine/types";
import type { State } from "@/lib/flow/engine/state";
import type { Plan } from "@/lib/flow/plan";
import type { Engine } from "./engine";
import type { AskModel, HangUp, Listen, Say } from "./branch";

/** Where a call was when its agent died, and what that agent was about to do. */
export interface Resumed {
  state: State;
  /** What the node last said with fixed words, to be said again. */
  says: Say[];
  /** A question to the model that nobody answered any more. */
  ask: AskModel | null;
  listen: Listen | null;
  hangUp: HangUp | null;
}

/** Folds the events of a call; their effects happened long ago and are not repeated, except the last ones. */
export function foldForResume(engine: Pick<Engine, "start" | "step">, plan: Plan, events: readonly FlowEvent[]): Resumed {
  const resumed: Resumed = { state: engine.start(plan), says: [], ask: null, listen: null, hangUp: null };
  for (const event of events) {
    const { state, effects } = engine.step(plan, resumed.state, event);
    const moved = state.node !== resumed.state.node;
    resumed.state = state;
    // What an earlier node said is not said again; what this one said last is.
    if (moved || effects.some((effect) => effect.type === "say")) resumed.says = [];
    for (const effect of effects) keep(resumed, effect);
  }
  if (resumed.ask && resumed.state.pending?.request !== resumed.ask.id) resumed.ask = null;
  resumed.says = resumed.says.filter((say) => say.node === resumed.state.node);
  return resumed;
}

function keep(resumed: Resumed, effect: Effect): void {
  switch (effect.type) {
    case "say":
      resumed.says.push(effect);
      break;
    case "askModel":
      resumed.ask = effect;
      break;
    case "listen":
      resumed.listen = effect;
      break;
    case "hangUp":
      resumed.hangUp = effect;
      break;
    case "speakReply":
    case "dropReply":
      break;
  }
}
