import type { LintContext, NodeReport } from "../../lint/context";
import type { Problem } from "../../problem";
import type { TalkNode } from "./schema";

export function lintTalk(node: TalkNode, context: LintContext): NodeReport {
  const problems: Problem[] = [];
  const index = context.indexOf.get(node.id) ?? 0;
  if (node.say.text.trim() === "" && node.say.mode === "fixed") {
    problems.push({ node: node.id, field: "say.text", severity: node.wait ? "warning" : "error", rule: "empty-text", message: "This step says nothing.", fix: "Write what the agent says here." });
  }
  if (node.say.mode === "prompt") {
    if (node.say.text.trim() === "") problems.push({ node: node.id, field: "say.text", severity: "warning", rule: "empty-text", message: "The model has no instruction for this step.", fix: "Write in a sentence what the agent should do here." });
    if (!context.hasModel(node)) {
      problems.push({
        node: node.id, field: "say.mode", severity: "error", rule: "no-model", message: "The model should speak here, but this flow has no language model.", fix: "Choose a language model in the flow's speech settings, or write the words yourself.",
        autofix: { label: "Say the text word for word", patch: [{ op: "set", path: ["nodes", index, "say", "mode"], value: "fixed" }] },
      });
    }
  }
  return {
    // Even a prompt that goes on at once waits for the model only: a ring of such steps never lets the caller speak.
    listens: node.wait,
    reads: [{ field: "say.text", text: node.say.text }, ...node.examples.flatMap((e, i) => [{ field: `examples.${i}.agent`, text: e.agent }])],
    writes: [],
    problems,
  };
}
