import { Command, CommanderError } from "commander";
import { ParleyError } from "@/lib/errors";
import { closeDb } from "@/lib/db";
import { isDatabaseOutage } from "@/lib/db/outage";
import { exportAgent, importFile, lintFile, publish } from "./agents";
import { CliError } from "./cli-error";
import { apiKeyCreate } from "./api-key";
import { simulateFile } from "./simulate";
import { talk } from "./talk";

/** Exit codes: 0 done; 1 it could not be done, or the linter found errors; 2 the command was not understood. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/**
 * The `parley` command line. Results go to standard output, everything else to standard error.
 * @param argv what follows `parley` @returns the exit code
 */
export async function runCli(argv: string[]): Promise<number> {
  let code: number = EXIT.ok;
  const program = commands((result) => (code = result));
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    process.stderr.write(`${inASentence(error)}\n`);
    return EXIT.failed;
  } finally {
    await closeDb().catch(() => {});
  }
}

function commands(exitWith: (code: number) => void): Command {
  const program = new Command("parley").description("Parley on the command line. AGENT is an agent's id or its name.").exitOverride().showHelpAfterError();
  const apiKey = program.command("api-key").description("Keys for the API").exitOverride();
  apiKey.command("create").description("Make an API key and print it, alone on a line; it is shown this once").requiredOption("--name <name>", "what the key is for").action(async ({ name }) => apiKeyCreate(name));
  program.command("import").description("Make an agent from a flow document and print its id").argument("<file>", "a JSON file, or - for standard input").action(importFile);
  program.command("export").description("Print an agent's flow document").argument("<agent>").option("--version <number>", "a published version instead of the draft", wholeNumber).action(exportAgent);
  program.command("publish").description("Freeze the draft as the next version and print its number").argument("<agent>").option("--note <text>", "what has changed").action(publish);
  program.command("talk").description("Talk to an agent in the terminal, on the engine that calls run on").argument("<agent>").option("--version <number>", "a published version instead of the draft", wholeNumber).action(talk);
  program.command("lint").description("Say everything that is wrong with a flow document; exit code 1 when there are errors").argument("<file>", "a JSON file, or - for standard input").action(async (file) => exitWith((await lintFile(file)) ? EXIT.ok : EXIT.failed));
  program.command("simulate").description("Run a call in text from a JSON file {turns, variables?, model?} and print its path, variables and transcript").argument("<agent>").argument("<file>", "a JSON file, or - for standard input").action(simulateFile);
  return program;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new CliError(`"${text}" is not a version: give a number such as 1.`);
  return Number(text);
}

function inASentence(error: unknown): string {
  if (error instanceof ParleyError) return [error.message, ...(error.details.problems ?? []).map((problem) => `  ${problem.severity}${problem.node ? ` at ${problem.node}` : ""}: ${problem.message} ${problem.fix}`)].join("\n");
  if (error instanceof CliError) return error.message;
  if (isDatabaseOutage(error)) return "The database does not answer. Is Parley running (npm start)?";
  return error instanceof Error ? error.message : String(error);
}
