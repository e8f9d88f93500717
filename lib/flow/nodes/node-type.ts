import type { z } from "zod";
import type { ConditionType } from "../conditions/schemas";
import type { baseNode, Exit } from "../document/node-base";
import type { Expectation } from "../engine/expectation";
import type { Run } from "../engine/run";
import type { LintContext, NodeReport } from "../lint/context";

/** A field of a node as the inspector shows it. `key` is a path in the node: "say.text". */
export interface FormField {
  key: string;
  label: string;
  help?: string;
  /**
   * template: text with {{variables}} and live preview; variable: pick or create one; questions, assignments: lists with their own
   * editor; choice: one of `options`.
   */
  kind: "template" | "text" | "number" | "toggle" | "choice" | "variable" | "questions" | "assignments" | "examples";
  options?: { value: string; label: string; help?: string }[];
  placeholder?: string;
  /** Shown only when another field has this value. */
  showWhen?: { key: string; equals: unknown };
  /** Shown under "More". */
  advanced?: boolean;
}

/** What the editor knows of a node type: data only, no React. */
export interface NodeForm {
  label: string;
  /** One line for the palette. */
  description: string;
  /** Name of a lucide icon. */
  icon: string;
  colour: "blue" | "violet" | "amber" | "green" | "red" | "slate" | "teal" | "pink";
  fields: FormField[];
  /** Which conditions its exits may have, the commonest first. */
  conditions: ConditionType[];
  /** Can it be global? */
  canBeGlobal: boolean;
}

/** What every node has, whatever its type. */
export type AnyNode = z.output<ReturnType<typeof baseNode<string>>>;

/** The part of a node type that the registry needs for the editor, the document's schema and the docs. */
export interface NodeDescription<N extends AnyNode = AnyNode> {
  type: N["type"];
  schema: z.ZodType<N>;
  form: NodeForm;
  /** A new node as the palette drops it: sensible text and exits, so that it is never an error by itself. */
  create(id: string, position: { x: number; y: number }): N;
  /** The first lines on the card. */
  summary(node: N): string;
}

/** How a node leaves the engine after it was entered, or after it used an event. */
export type Passing =
  /** It waits for the caller. */
  | { kind: "listen" }
  /** It waits for the model's reply and then goes on by itself. */
  | { kind: "model" }
  | { kind: "go"; node: string; exit: Pick<Exit, "id"> & { to: string | null } }
  /** It has finished and no exit leads on. */
  | { kind: "done" }
  /** The call is over. */
  | { kind: "ended" };

/** What the caller did, for a node that does something with it itself. */
export type CallerAct = { said: string; understood: boolean } | { pressed: string };

/** How a node type behaves in a call. All functions are pure but for the `run` that they are given. */
export interface NodeBehaviour<N extends AnyNode> {
  /** The node was entered: speak, act, pass on. */
  enter(run: Run, node: N): Passing;
  /** Neither speaks nor listens when it is entered now. The engine looks through such nodes to what comes after them. */
  isSilent(run: Run, node: N): boolean;
  /** The caller did something that no exit of the first stage claimed; null: nothing of use to this node. `modelAhead`: a model could still judge it. */
  use?(run: Run, node: N, act: CallerAct, modelAhead: boolean): Passing | null;
  /** Nothing led on: say something again, so that the caller never meets silence. `prompted`: the model's reply is at hand. */
  stay(run: Run, node: N, act: CallerAct | null): Passing;
  /** It tries again by itself (and gives up through an outcome), so `otherwise` does not take the caller away at the first misunderstanding. */
  triesAgain?: boolean;
  /** Variables that it is asking for right now: comparisons with them wait for the answer, lest an old value decide. */
  asking?(run: Run): string[];
  /** The model's reply that the node spoke is complete. Only for nodes that return `model`. */
  replied?(run: Run, node: N): Passing;
  /** Does the model speak here (and not a fixed text)? */
  speaksByModel(node: N): boolean;
  /** What the model is told about this node: its instruction. "" when it has none. */
  instruction(node: N): string;
  /** What it can understand besides its exits. */
  expects?(run: Run, node: N): Partial<Pick<Expectation, "asks" | "yesNo" | "keys">>;
  /** How many keys make an answer here; null: any number. undefined: keys are no answer here. */
  answerKeys?(run: Run, node: N): number | null | undefined;
  /** Everything that it may say word for word, with templates; for the cache and the linter. */
  texts(node: N): { field: string; text: string }[];
}

/** A node type: one folder, one line in the registry. `schema` keeps its exact type so that the document's union does. */
export interface NodeType<S extends z.ZodObject> extends Omit<NodeDescription<AnyNode>, "schema" | "create" | "summary"> {
  type: string;
  schema: S;
  create(id: string, position: { x: number; y: number }): z.output<S> & AnyNode;
  summary(node: z.output<S> & AnyNode): string;
  behaviour: NodeBehaviour<z.output<S> & AnyNode>;
  /** What the linter needs to know, and what only this type can get wrong. */
  lint(node: z.output<S> & AnyNode, context: LintContext): NodeReport;
}
