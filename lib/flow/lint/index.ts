import type { FlowDocument } from "../document/schema";
import { nodeTypes } from "../nodes/registry";
import type { AnyNode } from "../nodes/node-type";
import type { Problem } from "../problem";
import type { LintContext, LintOptions, NodeReport } from "./context";
import { contextOf } from "./make-context";
import { exitRules } from "./rules/exits";
import { loopRules } from "./rules/loops";
import { phraseRules } from "./rules/phrases";
import { settingRules } from "./rules/settings";
import { speechRules } from "./rules/speech";
import { structureRules } from "./rules/structure";
import { variableRules } from "./rules/variables";

export type { LintOptions } from "./context";

/**
 * Everything wrong with a document, errors first, else in document order. Errors mean that a call could not work; the rest
 * probably is not what was meant. Never throws for a parsed document.
 */
export function lint(document: FlowDocument, options: LintOptions = {}): Problem[] {
  const context = contextOf(document, options);
  const reports = new Map(document.nodes.map((node) => [node, reportOf(node, context)]));
  const problems = [
    ...structureRules(context, reports),
    ...[...reports.values()].flatMap((report) => report.problems),
    ...exitRules(context),
    ...phraseRules(context),
    ...loopRules(context, reports),
    ...variableRules(context, reports),
    ...speechRules(context),
    ...settingRules(context),
  ];
  const place = (problem: Problem) => (problem.node === undefined ? -1 : (context.indexOf.get(problem.node) ?? -1));
  const rank = (problem: Problem) => (problem.severity === "error" ? 0 : 1);
  return problems.sort((a, b) => rank(a) - rank(b) || place(a) - place(b));
}

function reportOf(node: FlowDocument["nodes"][number], context: LintContext): NodeReport {
  return (nodeTypes[node.type].lint as (node: AnyNode, context: LintContext) => NodeReport)(node, context);
}
