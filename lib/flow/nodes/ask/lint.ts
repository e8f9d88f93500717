import type { LintContext, NodeReport } from "../../lint/context";
import type { Problem } from "../../problem";
import { recogniserOf } from "../../engine/voices";
import type { AskNode } from "./schema";

export function lintAsk(node: AskNode, context: LintContext): NodeReport {
  const problems: Problem[] = [];
  const at = ["nodes", context.indexOf.get(node.id) ?? 0];
  const leads = (is: "success" | "failure") => node.exits.some(({ when }) => (when.type === "outcome" && when.is === is) || when.type === "always" || when.type === "otherwise");
  if (node.questions.length === 0) problems.push({ node: node.id, field: "questions", severity: "warning", rule: "no-questions", message: "This step asks nothing.", fix: "Add a question, or remove the step." });
  if (!leads("success")) {
    problems.push({
      node: node.id, field: "exits", severity: "error", rule: "missing-success", message: "When everything is answered, the call has nowhere to go.", fix: 'Add the exit "it worked".',
      autofix: { label: 'Add "it worked"', patch: [{ op: "add", path: [...at, "exits", 0], value: { id: freeId(node, "success"), to: null, when: { type: "outcome", is: "success" } } }] },
    });
  }
  if (!leads("failure") && node.questions.length > 0) {
    problems.push({
      node: node.id, field: "exits", severity: "warning", rule: "missing-failure", message: "When the caller cannot answer, the question is asked again without end.", fix: 'Add the exit "it failed".',
      autofix: { label: 'Add "it failed"', patch: [{ op: "add", path: [...at, "exits", node.exits.length], value: { id: freeId(node, "failure"), to: null, when: { type: "outcome", is: "failure" } } }] },
    });
  }
  const seen = new Set<string>();
  for (const [i, question] of node.questions.entries()) {
    const field = `questions.${i}`;
    if (question.text.trim() === "") problems.push({ node: node.id, field: `${field}.text`, severity: "warning", rule: "empty-text", message: `The question for ${question.variable} has no words.`, fix: "Write the question." });
    if (seen.has(question.variable)) {
      problems.push({
        node: node.id, field: `${field}.variable`, severity: "warning", rule: "asked-twice", message: `${question.variable} is asked twice in this step; the second question never comes.`, fix: "Remove one of them.",
        autofix: { label: "Remove the second question", patch: [{ op: "remove", path: [...at, "questions", i] }] },
      });
    }
    seen.add(question.variable);
    const type = context.declared.get(question.variable)?.type ?? "text";
    if ((type === "text" || type === "email") && recogniserOf(context.document, node).provider === "local") {
      problems.push({
        node: node.id, field: `${field}.variable`, severity: "warning", rule: "local-free-speech",
        message: type === "text" ? `${question.variable} can be any words, and local speech only understands expected ones: callers have to spell it.` : `Local speech hears an e-mail address only when it is spelled.`,
        fix: "Ask for a choice, a number, a date or yes/no instead, or choose another recogniser in the speech settings.",
      });
    }
  }
  return {
    listens: node.questions.length > 0,
    reads: node.questions.flatMap((q, i) => [{ field: `questions.${i}.text`, text: q.text }, { field: `questions.${i}.reask`, text: q.reask ?? "" }]),
    writes: node.questions.map((q, i) => ({ field: `questions.${i}.variable`, variable: q.variable })),
    problems,
  };
}

function freeId(node: AskNode, wish: string): string {
  const taken = new Set(node.exits.map((exit) => exit.id));
  let id = wish;
  for (let n = 2; taken.has(id); n++) id = `${wish}_${n}`;
  return id;
}
