import type { FlowDocument, FlowNode } from "../document/schema";
import type { Problem } from "../problem";

/** What a caller of `lint` may know besides the document. */
export interface LintOptions {
  /** Does the local recogniser know how this word sounds? Absent: not checked. */
  knows?: (word: string) => boolean;
  /** Providers that are set up in the workspace; "local" always is. Absent: not checked. */
  providers?: string[];
}

/** What the rules look at; made once for a document. */
export interface LintContext extends LintOptions {
  document: FlowDocument;
  nodes: Map<string, FlowNode>;
  /** Place of a node in the document, for patches. */
  indexOf: Map<string, number>;
  /** Nodes that a call can get to. */
  reachable: Set<string>;
  declared: Map<string, FlowDocument["variables"][number]>;
  /** Is there a language model for this node? */
  hasModel(node: FlowNode): boolean;
}

/** What a node type tells the linter about one node. */
export interface NodeReport {
  /** Does the call stop here until the caller does something? "model": it at least waits for a model; no caller. */
  listens: boolean;
  /** Is there always a way on, or nothing to wait for? What is missing is a problem of its own rule. */
  reads: { field: string; text: string }[];
  writes: { field: string; variable: string }[];
  problems: Problem[];
}
