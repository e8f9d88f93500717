import type { z } from "zod";
import type { Lookup } from "../engine/lookup";

/** What just happened, as conditions judge it. A condition that has nothing to do with it answers null: it was not considered. */
export interface Moment {
  said?: { text: string; understood: boolean };
  pressed?: string;
  silentSeconds?: number;
  /** How the node's own action ended. */
  outcome?: "success" | "failure";
  /** The node has done what it is for. */
  finished?: boolean;
  /** Everything else was tried in vain. */
  nothingElse?: boolean;
  lookup: Lookup;
}

export interface Verdict { held: boolean; evidence: string }

/**
 * When in a turn a condition has its place (FLOW.md, "Order"). `first`: keypad, expression and phrase, without a model.
 * `model`: judged by the model. `last`: when nothing above held. `silence` and `outcome` belong to events of their own.
 */
export type Stage = "first" | "model" | "silence" | "outcome" | "last";

/** One kind of condition: everything that the engine, the editor and the docs need to know of it. */
export interface ConditionKind<S extends z.ZodObject = z.ZodObject> {
  type: string;
  schema: S;
  stage: Stage;
  form: { label: string; description: string; icon: string };
  /** A new one as the editor adds it. */
  create(): z.output<S>;
  /** In plain language: "says yes, sure". */
  words(condition: z.output<S>): string;
  evaluate(condition: z.output<S>, moment: Moment): Verdict | null;
}
