import path from "node:path";
import { appEnvironment } from "./environment.mjs";
import { paths } from "./paths.mjs";
import { runQuietly } from "./run-step.mjs";
import { SetupError } from "./say.mjs";

/**
 * Makes the owner and the workspace when the database has none.
 * @param {import("./environment.mjs").Facts} facts @returns {Promise<string>} how to sign in, for people
 */
export async function firstRun(facts) {
  const program = path.join(paths.root, "dist/scripts/first-run.entry.mjs");
  const { status, output } = await runQuietly([process.execPath, "--enable-source-maps", program], { env: appEnvironment(facts), cwd: paths.root });
  if (status !== 0) throw new SetupError(`The first workspace could not be made: ${output.trim().split("\n").slice(-8).join("\n")}`);
  return output.trim();
}
