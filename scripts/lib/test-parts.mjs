import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { paths } from "./paths.mjs";
import { signalGroup } from "./process-table.mjs";
import { endWithUs } from "./run-step.mjs";

/** What one part of `npm test` came to. @typedef {{ passed: number, failed: number }} Count */

/** No part takes nearly that long; one that does hangs, and must not hang whoever waits for the result. */
const LONGEST_PART_MS = 25 * 60_000;

/** Runs a program with its output in the terminal. @param {string[]} command @param {NodeJS.ProcessEnv} [env] @returns {Promise<number>} its exit code */
function show(command, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(/** @type {string} */ (command[0]), command.slice(1), { cwd: paths.root, env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit"], detached: true });
    const { pid } = child;
    endWithUs(child);
    const hanging = setTimeout(() => {
      console.error(`${path.basename(/** @type {string} */ (command[1]))} has not ended in ${LONGEST_PART_MS / 60_000} minutes and is stopped.`);
      if (pid) signalGroup(pid, "SIGKILL");
    }, LONGEST_PART_MS);
    child.once("error", () => resolve(1));
    child.once("exit", (code) => {
      clearTimeout(hanging);
      resolve(code ?? 1);
    });
  });
}

/** The program of a package, run by this very Node. @param {string} file */
const nodeBin = (file) => [process.execPath, path.join(paths.root, file)];

/** Checks that count as one test each. */
export const CHECKS = [
  { name: "types", command: [...nodeBin("node_modules/typescript/bin/tsc"), "--noEmit"] },
  { name: "lint", command: [...nodeBin("node_modules/eslint/bin/eslint.js"), ".", "--max-warnings", "0"] },
  { name: "layers", command: nodeBin("scripts/check-layers.mjs") },
  { name: "migrations", command: [...nodeBin("scripts/migrate.mjs"), "check"] },
];

/** @param {{ name: string, command: string[] }} check @returns {Promise<Count>} */
export async function runCheck({ name, command }) {
  const code = await show(command);
  console.log(code === 0 ? `✓ ${name}` : `✗ ${name}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Counts a report of vitest. A file that cannot be loaded has no tests in it, and is one failure all the same.
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @param {number} exitCode @returns {Count}
 */
export function countReport(report, exitCode) {
  const brokenFiles = report.testResults.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed")).length;
  const failed = report.numFailedTests + brokenFiles;
  // An unhandled error fails the run without failing a test.
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/**
 * Runs vitest with a configuration and counts its tests.
 * @param {string} config file @param {string[]} filters @param {NodeJS.ProcessEnv} [env] @returns {Promise<Count>}
 */
export async function runVitest(config, filters = [], env = {}) {
  const dir = mkdtempSync(path.join(os.tmpdir(), "parley-report-"));
  const file = path.join(dir, "report.json");
  try {
    const code = await show([...nodeBin("node_modules/vitest/vitest.mjs"), "run", "--config", config, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...filters], env);
    return countReport(JSON.parse(readFileSync(file, "utf8")), code);
  } catch {
    // No report: vitest itself did not come to an end.
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
