import type { FlowNode } from "../../document/schema";
import type { Problem } from "../../problem";
import { BUILT_INS, brokenTemplates, templateVariables } from "../../text/template";
import { convert } from "../../values/convert";
import type { LintContext, NodeReport } from "../context";

const BUILT_IN: ReadonlySet<string> = new Set(BUILT_INS);

/** Variables that are not declared, declared twice, or declared so that they cannot work; templates that are not written as such. */
export function variableRules(context: LintContext, reports: Map<FlowNode, NodeReport>): Problem[] {
  return [...declarations(context), ...uses(context, reports)];
}

function declarations({ document }: LintContext): Problem[] {
  const seen = new Set<string>();
  const at = { language: document.persona.language, now: "2000-01-01T00:00:00Z", timezone: "UTC" };
  return document.variables.flatMap((variable, i): Problem[] => {
    const problems: Problem[] = [];
    if (seen.has(variable.name)) problems.push({ field: `variables.${i}.name`, severity: "error", rule: "duplicate-variable", message: `The variable ${variable.name} is declared twice.`, fix: "Remove or rename one of them.", autofix: { label: "Remove the second one", patch: [{ op: "remove", path: ["variables", i] }] } });
    seen.add(variable.name);
    if (variable.type === "choice" && (variable.choices ?? []).length === 0) problems.push({ field: `variables.${i}.choices`, severity: "error", rule: "choice-without-choices", message: `The variable ${variable.name} is a choice, but there is nothing to choose from.`, fix: "List its choices." });
    if (variable.default !== null && variable.default !== "" && convert(variable.default, variable, at) === null) problems.push({ field: `variables.${i}.default`, severity: "warning", rule: "wrong-default", message: `"${String(variable.default)}" is no ${variable.type}, so ${variable.name} begins empty.`, fix: "Correct the default, or leave it empty.", autofix: { label: "Leave it empty", patch: [{ op: "set", path: ["variables", i, "default"], value: null }] } });
    return problems;
  });
}

interface Use { node?: string; field: string; text: string }

function uses(context: LintContext, reports: Map<FlowNode, NodeReport>): Problem[] {
  const { document, declared } = context;
  const reads: Use[] = [{ field: "persona.instructions", text: document.persona.instructions }];
  const writes: { node: string; field: string; variable: string }[] = [];
  for (const [node, report] of reports) {
    reads.push(...report.reads.map((read) => ({ ...read, node: node.id })), ...sidesOf(node));
    writes.push(...report.writes.map((write) => ({ ...write, node: node.id })));
  }
  const written = new Set(writes.map((write) => write.variable));
  const told = new Set<string>();
  const declare = (name: string) => ({ label: `Declare ${name}`, patch: [{ op: "add" as const, path: ["variables", document.variables.length], value: { name, type: "text", description: "", default: null } }] });
  const problems: Problem[] = [];
  for (const { node, field, text } of reads) {
    const place = { ...(node ? { node } : {}), field };
    for (const broken of brokenTemplates(text)) problems.push({ ...place, severity: "warning", rule: "wrong-template", message: `"${broken}" is not a variable as it stands; it is said as it is written.`, fix: "Write {{name}} or {{name | what to say without it}}." });
    for (const name of templateVariables(text)) {
      if (declared.has(name) || BUILT_IN.has(name) || told.has(`${node} ${name}`)) continue;
      told.add(`${node} ${name}`);
      problems.push({ ...place, severity: "warning", rule: "unknown-variable", message: written.has(name) ? `The variable ${name} is not declared, so it is kept as plain text.` : `There is no variable ${name}: it is always empty.`, fix: "Declare it, or correct its name.", ...(name.includes(".") ? {} : { autofix: declare(name) }) });
    }
  }
  for (const { node, field, variable } of writes) {
    if (declared.has(variable) || told.has(`${node} ${variable}`)) continue;
    told.add(`${node} ${variable}`);
    problems.push({ node, field, severity: "warning", rule: "unknown-variable", message: `The variable ${variable} is not declared, so it is kept as plain text.`, fix: "Declare it with its type.", autofix: declare(variable) });
  }
  return [...problems, ...bareNames(context)];
}

/** Both sides of the comparisons of a node's exits. */
function sidesOf(node: FlowNode): Use[] {
  const conditions = [...node.exits.map((exit, e) => ({ when: exit.when, field: `exits.${e}.when` })), ...(node.global ? [{ when: node.global.when, field: "global.when" }] : [])];
  return conditions.flatMap(({ when, field }) => (when.type === "expression" ? when.tests.flatMap((test, t) => [{ node: node.id, field: `${field}.tests.${t}.left`, text: test.left }, { node: node.id, field: `${field}.tests.${t}.right`, text: test.right }]) : []));
}

/** "age" instead of "{{age}}": compares the word, not the variable. */
function bareNames({ document, declared }: LintContext): Problem[] {
  return document.nodes.flatMap((node, i) => node.exits.flatMap(({ when }, e) => (when.type !== "expression" ? [] : when.tests.flatMap((test, t): Problem[] => (declared.has(test.left.trim()) ? [{
    node: node.id, field: `exits.${e}.when.tests.${t}.left`, severity: "warning", rule: "wrong-template", message: `"${test.left.trim()}" is compared as a word, not as the variable.`, fix: `Write {{${test.left.trim()}}}.`,
    autofix: { label: `Write {{${test.left.trim()}}}`, patch: [{ op: "set", path: ["nodes", i, "exits", e, "when", "tests", t, "left"], value: `{{${test.left.trim()}}}` }] },
  }] : [])))));
}
