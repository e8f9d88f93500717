import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { installPackages } from "./install.mjs";
import { waitForLock } from "./lock.mjs";
import { paths } from "./paths.mjs";
import { runStep } from "./run-step.mjs";
import { say } from "./say.mjs";
import { hashOf, isFresh, setFresh, setStale } from "./stamps.mjs";

/** The program of a package, run by this very Node. @param {string} file */
const nodeBin = (file) => [process.execPath, path.join(paths.root, "node_modules", file)];

/** The typed database client in lib/db/client, from prisma/schema.prisma. */
async function generateClient() {
  const hash = hashOf(["prisma/schema.prisma", "prisma.config.ts", "node_modules/.package-lock.json"], versionOf("prisma"));
  if (isFresh("prisma", hash) && existsSync(path.join(paths.root, "lib/db/client/client.ts"))) return;
  setStale("prisma");
  // Any program will do: generating needs no engine, but Prisma would download one when this does not point to a file.
  await runStep("Generating the database client", [...nodeBin("prisma/build/index.js"), "generate"], { log: "prisma-generate", env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" } });
  setFresh("prisma", hash);
}

/** @param {string} name */
function versionOf(name) {
  return JSON.parse(readFileSync(path.join(paths.root, "node_modules", name, "package.json"), "utf8")).version;
}

/** The production build of the web app, in .next. */
async function buildWeb() {
  const hash = hashOf(["app", "components", "lib", "public", "prisma/schema.prisma", "proxy.ts", "middleware.ts", "instrumentation.ts", "auth.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"], process.version);
  if (isFresh("web", hash) && existsSync(path.join(paths.root, ".next/BUILD_ID"))) return;
  setStale("web");
  say("Building the web app (about a minute) …");
  await runStep("Building the web app", [...nodeBin("next/dist/bin/next"), "build"], { log: "next-build", env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } });
  setFresh("web", hash);
}

/** The `parley` command, which scripts/parley.mjs loads. */
const COMMAND_LINE = "lib/cli/main.ts";

/**
 * The programs that are bundled for Node: each worker's main.ts, every *.entry.ts below workers (threads and job
 * processes, which load a file of their own), and the scripts that need the library.
 * @returns {string[]} relative to the checkout
 */
function entryPoints() {
  const found = /** @type {string[]} */ ([]);
  const visit = (/** @type {string} */ dir) => {
    for (const entry of readdirSync(path.join(paths.root, dir), { withFileTypes: true })) {
      const relative = `${dir}/${entry.name}`;
      if (entry.isDirectory()) visit(relative);
      else if (/^workers\/[^/]+\/main\.ts$/.test(relative) || entry.name.endsWith(".entry.ts")) found.push(relative);
    }
  };
  visit("workers");
  visit("scripts");
  return [...found, COMMAND_LINE].sort();
}

const bundleHash = () => hashOf(["workers", "lib", "scripts", "prisma/schema.prisma", "package-lock.json", "tsconfig.json"]);

/** The bundle of a source file such as "lib/cli/main.ts", or undefined when the sources have changed since. @param {string} source */
export function freshBundle(source) {
  const file = path.join(paths.root, "dist", source.replace(/\.ts$/, ".mjs"));
  return isFresh("workers", bundleHash()) && existsSync(file) ? file : undefined;
}

/** Bundles the workers to dist/…/*.mjs with the folders of the sources. Packages stay outside. */
async function bundleWorkers() {
  const hash = bundleHash();
  if (isFresh("workers", hash)) return;
  const { build, stop } = await import("esbuild");
  // Written over, not removed first: a copy that runs from this checkout starts its job processes from these files.
  setStale("workers");
  await build({
    absWorkingDir: paths.root,
    entryPoints: entryPoints(),
    outdir: "dist",
    outbase: ".",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    sourcemap: true,
    logLevel: "error",
  });
  await stop();
  setFresh("workers", hash);
}

/**
 * Installs and builds what is missing or out of date. One at a time in a checkout: two first starts do not disturb each
 * other, the second finds everything done.
 * @param {{ dev?: boolean }} [options] `dev`: with the packages for tests
 */
export async function buildAll({ dev = false } = {}) {
  mkdirSync(path.join(paths.root, "dist"), { recursive: true });
  const release = await waitForLock(path.join(paths.root, "dist/.build.lock"), () => say("Another start of this checkout is building; waiting for it …"));
  try {
    await installPackages({ dev });
    await generateClient();
    await bundleWorkers();
    await buildWeb();
  } finally {
    release();
  }
}

/** Only what unit tests, lint and types need: packages and the database client. */
export async function prepareSources() {
  mkdirSync(path.join(paths.root, "dist"), { recursive: true });
  const release = await waitForLock(path.join(paths.root, "dist/.build.lock"), () => say("Another start of this checkout is building; waiting for it …"));
  try {
    await installPackages({ dev: true });
    await generateClient();
  } finally {
    release();
  }
}
