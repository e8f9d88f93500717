// `npm test`: sets up what the tests need, runs every check and test, and ends with "N passed, N failed".
// node scripts/test.mjs unit | system   runs one half.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Parley needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and start again.`);
  process.exit(1);
}
const { mkdtempSync, rmSync } = await import("node:fs");
const os = await import("node:os");
const path = await import("node:path");
// Never the person's own installation: its database, its keys and its port stay as they are.
const scratch = mkdtempSync(path.join(os.tmpdir(), "parley-tests-"));
for (const name of Object.keys(process.env)) if (/^(PARLEY_(?!TOOLS|TEST|PROPERTY|DEBUG)|LIVEKIT_|DATABASE_URL$|REDIS_URL$|AUTH_|PORT$|HOST$|NODE_ENV$)/.test(name)) delete process.env[name];
process.env.PARLEY_DATA = scratch;

const { buildAll, prepareSources } = await import("./lib/build.mjs");
const { dismissGuardian } = await import("./lib/guard.mjs");
const { findOrBuildLivekit } = await import("./lib/livekit.mjs");
const { endSteps } = await import("./lib/run-step.mjs");
const { explain, warn } = await import("./lib/say.mjs");
const { CHECKS, runCheck, runVitest } = await import("./lib/test-parts.mjs");
const { provideTestTools } = await import("./lib/test-tools.mjs");

const total = { passed: 0, failed: 0 };
/** @param {{ passed: number, failed: number }} count */
const add = (count) => {
  total.passed += count.passed;
  total.failed += count.failed;
};

/** Runs a part; when its set-up fails, that is one failure and the other parts still run. @param {() => Promise<void>} part */
async function attempt(part) {
  try {
    await part();
  } catch (error) {
    warn(explain(error));
    total.failed += 1;
  }
}

function end() {
  rmSync(scratch, { recursive: true, force: true });
  dismissGuardian();
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.once(signal, () => {
    warn("The tests were interrupted.");
    total.failed += 1;
    void endSteps().then(end);
  });

const half = process.argv[2];
await attempt(prepareSources);
if (total.failed > 0) end();
if (half !== "system") {
  for (const check of CHECKS) add(await runCheck(check));
  add(await runVitest("vitest.config.ts"));
}
if (half !== "unit") {
  await attempt(async () => {
    const missing = await provideTestTools();
    if (missing.length > 0) throw new Error(missing.join("\n"));
    await findOrBuildLivekit();
    await buildAll({ dev: true });
    add(await runVitest("vitest.system.config.ts"));
  });
}
end();
