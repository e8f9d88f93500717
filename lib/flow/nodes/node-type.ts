import type { z } from "zod";
import type { ConditionType } from "../conditions/schemas";
import type { FlowNode } from "../document/schema";

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

/** The part of a node type that the registry needs for the editor, the document's schema and the docs. */
export interface NodeDescription<N extends FlowNode = FlowNode> {
  type: N["type"];
  schema: z.ZodType<N>;
  form: NodeForm;
  /** A new node as the palette drops it: sensible text and exits, so that it is never an error by itself. */
  create(id: string, position: { x: number; y: number }): N;
  /** The first lines on the card. */
  summary(node: N): string;
}
