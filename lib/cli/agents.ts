import { createAgent } from "@/lib/agents/create-agent";
import { getVersion } from "@/lib/agents/get-version";
import { importDocument } from "@/lib/agents/import-document";
import { publishAgent } from "@/lib/agents/publish-agent";
import { lint, parseDocument, type Problem } from "@/lib/flow";
import { commandLineActor } from "@/lib/teams/first-run";
import { agentNamed } from "./find-agent";
import { readJson } from "./read-file";

/** Makes an agent from a file; prints its id. */
export async function importFile(file: string): Promise<void> {
  const { document, notCarriedOver } = importDocument(await readJson(file));
  const { id } = await createAgent(await commandLineActor(), document);
  for (const { what, where, why } of notCarriedOver) process.stderr.write(`Not carried over: ${what} (${where}): ${why}\n`);
  process.stdout.write(`${id}\n`);
}

/** Prints the draft, or a version, as it is written to files. */
export async function exportAgent(given: string, options: { version?: number }): Promise<void> {
  const actor = await commandLineActor();
  const agent = await agentNamed(actor, given);
  const document = options.version === undefined ? agent.document : (await getVersion(actor, agent.id, options.version)).document;
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** Publishes the draft; prints the version's number, warnings aside. */
export async function publish(given: string, options: { note?: string }): Promise<void> {
  const actor = await commandLineActor();
  const { id } = await agentNamed(actor, given);
  const { version, warnings } = await publishAgent(actor, id, options);
  warnings.forEach(tell);
  process.stdout.write(`${version}\n`);
}

/** Prints what is wrong with a document. Needs no database. @returns false when there are errors */
export async function lintFile(file: string): Promise<boolean> {
  const parsed = parseDocument(await readJson(file));
  const problems = parsed.ok ? lint(parsed.document) : parsed.problems;
  problems.forEach(tell);
  const errors = problems.filter((problem) => problem.severity === "error").length;
  process.stdout.write(problems.length === 0 ? "No problems.\n" : `${count(errors, "error")}, ${count(problems.length - errors, "warning")}.\n`);
  return errors === 0;
}

function tell(problem: Problem): void {
  const where = [problem.node, problem.field].filter(Boolean).join(" · ");
  process.stderr.write(`${problem.severity}${where ? ` (${where})` : ""}: ${problem.message} ${problem.fix}\n`);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
