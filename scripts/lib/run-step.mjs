import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { guard, unguard } from "./guard.mjs";
import { paths } from "./paths.mjs";
import { endGroup } from "./process-table.mjs";
import { SetupError } from "./say.mjs";

/** Steps that run now: they end when the set-up is interrupted, in order or not. @type {Set<number>} */
const running = new Set();

/** From now until its end, a child (the leader of a group) ends with us. @param {import("node:child_process").ChildProcess} child */
export function endWithUs(child) {
  const { pid } = child;
  if (!pid) return;
  running.add(pid);
  guard(pid, { signal: "SIGTERM" });
  child.once("exit", () => {
    running.delete(pid);
    unguard(pid);
  });
}

/** Ends every step that still runs. */
export async function endSteps() {
  await Promise.all([...running].map((pid) => endGroup(pid, "SIGTERM", 5000)));
}

/** @param {string} output */
function reasonIn(output) {
  if (/ENOSPC|No space left on device|no space left on device/.test(output)) return "The disk is full. Free at least 3 GB and start again.";
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|dial tcp|no such host/.test(output)) return "The package registry cannot be reached. Connect to the network (or set the proxy) and start again.";
  return "";
}

/**
 * Runs a program to its end, in a group of its own that ends when the set-up is interrupted.
 * @param {string[]} command @param {import("node:child_process").SpawnOptions} options @param {(chunk: Buffer) => void} [onOutput]
 * @returns {Promise<{ status: number | string, output: string }>} `status`: exit code, signal or why it could not start; `output`: its last 6000 characters
 */
export async function runQuietly(command, options, onOutput = () => {}) {
  const child = spawn(/** @type {string} */ (command[0]), command.slice(1), { ...options, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      onOutput(chunk);
      output = (output + chunk).slice(-6000);
    });
  }
  endWithUs(child);
  const status = await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(code ?? signal ?? "ended"));
  });
  return { status, output };
}

/**
 * Runs one step of the set-up to its end; its output goes to a file, and to the terminal only when it fails.
 * @param {string} what for messages, such as "Building the web app" @param {string[]} command
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, log: string }} options `log`: name of the file below the data directory
 */
export async function runStep(what, command, { env = {}, cwd = paths.root, log }) {
  const file = path.join(paths.data, "logs", `${log}.log`);
  mkdirSync(path.dirname(file), { recursive: true });
  const sink = createWriteStream(file, { mode: 0o600 });
  const { status, output: tail } = await runQuietly(command, { cwd, env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ...env } }, (chunk) => sink.write(chunk));
  sink.end();
  if (status === 0) return;
  const reason = reasonIn(tail);
  throw new SetupError(`${what} failed (${status}).`, reason || `The last lines were:\n${tail.trimEnd().split("\n").slice(-25).join("\n")}\n(all of it: ${file})`);
}
