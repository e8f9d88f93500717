import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { agentEnvironment } from "./environment.mjs";
import { isInstalled } from "./install.mjs";
import { paths } from "./paths.mjs";
import { explain } from "./say.mjs";
import { countReport } from "./test-parts.mjs";

/** Runs `npm start`'s script until it ends. @param {NodeJS.ProcessEnv} env */
async function start(env) {
  const data = mkdtempSync(path.join(os.tmpdir(), "parley-start-"));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const child = spawn(process.execPath, [path.join(paths.root, "scripts/start.mjs")], { env: { ...process.env, PARLEY_DATA: data, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  return { code, output };
}

test("a port in use: one sentence with the remedy, exit code 1, before anything is built", async () => {
  const server = net.createServer().listen(0);
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  const { code, output } = await start({ PORT: String(port) });
  expect(output).toBe(`Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start\n`);
  expect(code).toBe(1);
});

test("a data directory that cannot be one: one sentence, exit code 1", async () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), "parley-start-")), "file");
  writeFileSync(file, "");
  onTestFinished(() => rmSync(path.dirname(file), { recursive: true, force: true }));
  const { code, output } = await start({ PARLEY_DATA: file, PORT: "3199" });
  expect(output).toMatch(/^Parley may not write its data directory .*PARLEY_DATA.*\n$/);
  expect(code).toBe(1);
});

test("half a LiveKit configuration is refused", async () => {
  const { code, output } = await start({ PORT: "3198", LIVEKIT_URL: "ws://127.0.0.1:1", LIVEKIT_API_KEY: "", LIVEKIT_API_SECRET: "" });
  expect(output).toMatch(/^LIVEKIT_URL is set, but .* is not\. .*\n$/);
  expect(code).toBe(1);
});

test("a full disk is said in one sentence", () => {
  expect(explain(Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", path: "/x" }))).toBe("The disk is full (writing /x). Free some space and start again.");
});

test("the agent worker is told neither the database nor the secret nor what the shell holds", () => {
  process.env.AWS_SECRET_ACCESS_KEY = "shell";
  onTestFinished(() => void delete process.env.AWS_SECRET_ACCESS_KEY);
  const secrets = { secret: "the-secret", authSecret: "the-auth-secret", workerKey: "the-worker-key", agentName: "parley-1" };
  const env = agentEnvironment({ port: 3000, dataDir: "/data", databaseUrl: "postgresql://the-database", livekit: { url: "ws://x", apiKey: "k", apiSecret: "s" }, secrets, workerPort: 1 });
  expect(JSON.stringify(env)).not.toMatch(/the-secret|the-auth-secret|the-database|shell/);
  expect(env.PARLEY_WORKER_KEY).toBe("the-worker-key");
});

test("packages: another version, or one missing, means npm ci; those for other systems do not", () => {
  const wanted = { "": {}, "node_modules/a": { version: "1.0.0" }, "node_modules/mac-only": { version: "1.0.0", optional: true }, "node_modules/t": { version: "1.0.0", dev: true } };
  expect(isInstalled(wanted, { "node_modules/a": { version: "1.0.0" }, "node_modules/t": { version: "1.0.0" } }, { dev: true })).toBe(true);
  expect(isInstalled(wanted, { "node_modules/a": { version: "1.0.0" } }, { dev: true })).toBe(false);
  expect(isInstalled(wanted, { "node_modules/a": { version: "1.0.0" } }, { dev: false })).toBe(true);
  expect(isInstalled(wanted, { "node_modules/a": { version: "1.0.1" } }, { dev: false })).toBe(false);
  expect(isInstalled(wanted, undefined, { dev: false })).toBe(false);
});

test("a test file that cannot be loaded, and a run that fails without a failed test, count as failures", () => {
  const passed = { status: "passed", assertionResults: [{ status: "passed" }] };
  expect(countReport({ numPassedTests: 1, numFailedTests: 0, testResults: [passed] }, 0)).toEqual({ passed: 1, failed: 0 });
  expect(countReport({ numPassedTests: 1, numFailedTests: 0, testResults: [passed, { status: "failed", assertionResults: [] }] }, 1)).toEqual({ passed: 1, failed: 1 });
  expect(countReport({ numPassedTests: 1, numFailedTests: 0, testResults: [passed] }, 1)).toEqual({ passed: 1, failed: 1 });
});
