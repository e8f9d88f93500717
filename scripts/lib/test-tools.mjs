import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { say } from "./say.mjs";
import { runStep } from "./run-step.mjs";

/**
 * What the tests need of the machine besides Node and Go: how to see that it is there, and Debian's package.
 * @type {{ name: string, why: string, has: () => boolean, debian: string }[]}
 */
const TOOLS = [
  { name: "Chromium", why: "a real browser for the tests of calls and pages", has: () => [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].some((file) => file && existsSync(file)), debian: "chromium" },
  { name: "espeak-ng", why: "callers' voices that Parley does not know", has: () => runs("espeak-ng", "--version"), debian: "espeak-ng" },
];

/** @param {string} command @param {string} argument */
function runs(command, argument) {
  return spawnSync(command, [argument], { stdio: "ignore" }).status === 0;
}

/**
 * Installs what is missing on Debian as root; elsewhere says what to install.
 * @returns {Promise<string[]>} sentences about what is still missing
 */
export async function provideTestTools() {
  const missing = TOOLS.filter((tool) => !tool.has());
  if (missing.length === 0) return [];
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const packages = missing.map(({ debian }) => debian);
    say(`Installing ${packages.join(", ")} with apt-get …`);
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    try {
      await runStep("apt-get update", ["apt-get", "update", "-qq"], { log: "apt", env });
      await runStep("apt-get install", ["apt-get", "install", "-y", "-qq", "--no-install-recommends", ...packages], { log: "apt", env });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }
  return TOOLS.filter((tool) => !tool.has()).map(({ name, why, debian }) => `${name} is missing (${why}). Debian: apt-get install ${debian}`);
}
