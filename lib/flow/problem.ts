/** Something wrong with a document, said so that a receptionist knows what to do. */
export interface Problem {
  node?: string;
  /** Path in the document or node: "exits.0.to", "say.text". */
  field?: string;
  /** error: cannot be published. warning: can, but probably not what was meant. */
  severity: "error" | "warning";
  /** Stable name of the rule: "unreachable-node". */
  rule: string;
  message: string;
  /** What to do, in a sentence. */
  fix: string;
  /** When the editor can do it by itself: a change of the document that solves it. */
  autofix?: { label: string; patch: { op: "set" | "remove" | "add"; path: (string | number)[]; value?: unknown }[] };
}
