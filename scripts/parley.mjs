// `npm run -s parley -- …`: the command line, on the running system of this data directory.
import { existsSync } from "node:fs";
import path from "node:path";
import { freshBundle } from "./lib/build.mjs";
import { readRuntime } from "./lib/data-dir.mjs";
import { paths } from "./lib/paths.mjs";
import { startOf } from "./lib/process-table.mjs";
import { warn } from "./lib/say.mjs";

if (!existsSync(path.join(paths.root, "node_modules/tsx")) || !existsSync(path.join(paths.root, "lib/db/client"))) {
  warn("Parley is not set up yet. Run `npm start` once.");
  process.exit(1);
}
const runtime = readRuntime(paths.data);
const isRunning = runtime && startOf(runtime.pid) !== undefined;
process.env.PARLEY_DATA = paths.data;
if (isRunning) {
  process.env.DATABASE_URL ??= runtime.databaseUrl;
  process.env.PARLEY_URL ??= runtime.url;
  process.env.PARLEY_APP_URL ??= runtime.url;
  process.env.LIVEKIT_URL ??= runtime.livekit.url;
  process.env.LIVEKIT_API_KEY ??= runtime.livekit.apiKey;
  process.env.LIVEKIT_API_SECRET ??= runtime.livekit.apiSecret;
  process.env.PARLEY_AGENT_NAME ??= runtime.agentName;
} else if (!process.env.DATABASE_URL && needsSystem(process.argv.slice(2))) {
  warn(`Parley is not running with the data directory ${paths.data}. Start it with \`npm start\`, or name the right one with PARLEY_DATA.`);
  process.exit(1);
}
const bundle = freshBundle("lib/cli/main.ts");
// A developer's changed sources are compiled on the fly, which takes a second or two.
if (!bundle) (await import("tsx/esm/api")).register();
const { runCli } = await import(bundle ?? path.join(paths.root, "lib/cli/main.ts"));
process.exitCode = await runCli(process.argv.slice(2));

/** Help and `lint FILE` work without a running system. @param {string[]} words */
function needsSystem(words) {
  return !(words.length === 0 || words.includes("--help") || words.includes("-h") || words[0] === "help" || words[0] === "lint");
}
