import path from "node:path";
import { buildAll } from "./build.mjs";
import { runtimeFile, takeDataDir } from "./data-dir.mjs";
import { dismissGuardian } from "./guard.mjs";
import { keep, writePrivate } from "./kept.mjs";
import { configureLivekit, findOrBuildLivekit, givenLivekit } from "./livekit.mjs";
import { applyMigrations } from "./migrate.mjs";
import { paths } from "./paths.mjs";
import { freePort, isPortFree } from "./ports.mjs";
import { preparePostgres, waitForDatabase } from "./postgres.mjs";
import { STOP_ORDER, agentProgram, jobsProgram, livekitProgram, postgresProgram, webProgram } from "./programs.mjs";
import { waitUntilReady } from "./ready.mjs";
import { endSteps } from "./run-step.mjs";
import { SetupError, explain, say, warn } from "./say.mjs";
import { firstRun } from "./first-run.mjs";
import { secretsOf } from "./secrets.mjs";
import { Supervisor } from "./supervisor.mjs";
import { onStopRequest } from "./stop-request.mjs";

/** A part that ends this often before the first "ready" is broken, not unlucky. */
const BROKEN_AFTER = 3;

/** The port of the web app. @returns {number} @throws {SetupError} */
function wantedPort() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new SetupError(`PORT is not a port number: ${process.env.PORT}.`, "For instance: PORT=3001 npm start");
  return port;
}

/** `npm start`, from beginning to end. */
export async function run() {
  /** @type {(() => void) | undefined} */
  let giveBack;
  /** @type {Supervisor | undefined} */
  let supervisor;
  let code = 0;
  const { promise: stopRequested, resolve: requestStop } = promiseWithResolvers();
  let stopped = false;
  onStopRequest(
    () => {
      if (!stopped) say("Stopping: calls end first …");
      stopped = true;
      void endSteps();
      requestStop();
    },
    () => {
      supervisor?.kill();
      dismissGuardian();
      process.exit(130);
    },
  );
  try {
    const port = wantedPort();
    giveBack = await takeDataDir(paths.data);
    if (!(await isPortFree(port, process.env.HOST))) throw new SetupError(`Port ${port} is in use by another program.`, `Stop that program, or choose another port: PORT=${port + 1} npm start`);
    const given = givenLivekit();
    // Building LiveKit's server needs only Go, so it runs beside the rest.
    const [livekitServer] = await together(given ? undefined : findOrBuildLivekit(), buildAll());
    if (!stopped) {
      supervisor = new Supervisor({ logDir: path.join(paths.data, "logs") });
      supervisor.on("line", warn);
      await startAll(supervisor, { port, given, livekitServer, isStopped: () => stopped });
      if (!stopped) await stopRequested;
    }
  } catch (error) {
    if (!stopped) {
      warn(explain(error));
      if (process.env.PARLEY_DEBUG) console.error(error);
      code = 1;
    }
  }
  stopped = true;
  await supervisor?.stop(STOP_ORDER);
  dismissGuardian();
  giveBack?.();
  process.exit(code);
}

/**
 * Waits for both; when one fails, the other is ended and the first failure is the one that is told.
 * @template A, B @param {Promise<A> | A} a @param {Promise<B>} b @returns {Promise<[A, B]>}
 */
async function together(a, b) {
  try {
    return await Promise.all([a, b]);
  } catch (error) {
    await endSteps();
    await Promise.allSettled([a, b]);
    throw error;
  }
}

/** @returns {{ promise: Promise<void>, resolve: () => void }} */
function promiseWithResolvers() {
  let resolve = () => {};
  const promise = new Promise((/** @type {(value: void) => void} */ done) => (resolve = done));
  return { promise, resolve };
}

/**
 * @param {Supervisor} supervisor
 * @param {{ port: number, given: import("./livekit.mjs").LivekitAccess | undefined, livekitServer: string | undefined, isStopped: () => boolean }} options
 */
async function startAll(supervisor, { port, given, livekitServer, isStopped }) {
  const dataDir = paths.data;
  const secrets = secretsOf(dataDir);
  const livekit = given ?? (await configureLivekit(dataDir));
  if (livekitServer && "configFile" in livekit) await supervisor.start(livekitProgram(livekitServer, livekit.configFile));

  const databaseUrl = await startDatabase(supervisor, dataDir);
  await applyMigrations(databaseUrl);
  const workerPort = await freePort(Number(keep(dataDir, "ports.json", "worker")) || undefined);
  keep(dataDir, "ports.json", "worker", workerPort);
  const facts = { port, dataDir, databaseUrl, livekit: { url: livekit.url, apiKey: livekit.apiKey, apiSecret: livekit.apiSecret }, secrets, workerPort };
  const welcome = await firstRun(facts);
  if (isStopped()) return;

  const url = `http://localhost:${port}`;
  const writeRuntime = () => {
    const processes = supervisor.processes();
    const pids = Object.fromEntries(Object.entries(processes).map(([name, { pid }]) => [name, pid]));
    writePrivate(runtimeFile(dataDir), `${JSON.stringify({ pid: process.pid, url, port, databaseUrl, livekit: facts.livekit, agentName: secrets.agentName, pids, processes }, null, 2)}\n`);
  };
  supervisor.on("change", () => {
    if (!supervisor.stopping) writeRuntime();
  });
  const children = [];
  for (const program of [webProgram(facts), agentProgram(facts), jobsProgram(facts)]) children.push(await supervisor.start(program));
  writeRuntime();

  await waitUntilReady(port, {
    stopped: isStopped,
    broken: () => {
      const child = children.find(({ failures }) => failures >= BROKEN_AFTER);
      return child && { label: child.program.label, output: child.output(), logFile: child.logFile };
    },
  });
  if (isStopped()) return;
  say(`Parley is ready at ${url}`);
  say(welcome);
}

/**
 * The database of DATABASE_URL, or the embedded one.
 * @param {Supervisor} supervisor @param {string} dataDir @returns {Promise<string>} its address
 */
async function startDatabase(supervisor, dataDir) {
  if (process.env.DATABASE_URL) {
    await waitForDatabase(process.env.DATABASE_URL, { timeoutMs: 15_000 });
    return process.env.DATABASE_URL;
  }
  const { url, whyFailed } = await preparePostgres(dataDir);
  const child = await supervisor.start(postgresProgram(dataDir));
  const isBroken = () => child.failures >= BROKEN_AFTER;
  try {
    await waitForDatabase(url, { gone: isBroken, timeoutMs: 60_000 });
  } catch (error) {
    throw isBroken() ? new SetupError(`The database does not start: ${whyFailed(child.output())}`, `(all of it: ${child.logFile})`) : error;
  }
  return url;
}
