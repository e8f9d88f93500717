import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { paths } from "./paths.mjs";
import { runStep } from "./run-step.mjs";
import { SetupError, say } from "./say.mjs";

/** @typedef {Record<string, { version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean, link?: boolean, peer?: boolean }>} Packages */

/** @param {string} file @returns {Packages | undefined} */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(path.join(paths.root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. Compared package by package rather than by time or stamp,
 * so that a developer's own `npm install` counts, too.
 * @param {Packages | undefined} wanted @param {Packages | undefined} installed @param {{ dev: boolean }} options `dev`: the packages for tests are needed
 * @returns {boolean}
 */
export function isInstalled(wanted, installed, { dev }) {
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([where, { version, optional, dev: forTests, devOptional, link }]) => {
    if (where === "" || link || installed[where]?.version === version) return true;
    // Optional ones are for other systems; npm leaves them out.
    return !installed[where] && (optional || devOptional || (forTests && !dev));
  });
}

/** Runs `npm ci` when node_modules does not match the lock. @param {{ dev: boolean }} options */
export async function installPackages({ dev }) {
  const wanted = packagesOf("package-lock.json");
  if (!wanted) throw new SetupError("package-lock.json is missing or damaged.", "Restore it with `git checkout package-lock.json`.");
  if (existsSync(path.join(paths.root, "node_modules")) && isInstalled(wanted, packagesOf("node_modules/.package-lock.json"), { dev })) return;
  say("Installing packages (about a minute) …");
  // No package's install script is needed, and Prisma's would download an engine: .npmrc has ignore-scripts, too.
  await runStep("Installing packages", ["npm", "ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"], { log: "npm-ci", env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath } });
}
