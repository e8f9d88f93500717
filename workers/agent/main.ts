import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AgentServer, InferenceRunner, ServerOptions, WorkerPermissions, initializeLogger, type JobRequest } from "@livekit/agents";
import { Claims, jobMetadata } from "./claims";
import { Control } from "./control";
import { CONTROL_VARIABLE } from "./control-messages";
import { readSettings, scrubEnvironment, spoolDirectory } from "./settings";
import { deliverSpools } from "./spool-delivery";

/** Owners touch their spool every second; one that is older has no owner. Soon, so that it arrives before a new agent takes over. */
const ABANDONED_MS = 3_500;
const DELIVERY_MS = 1_500;
/** Time for "I am sorry, we have to stop here" and for the last events. */
const GOODBYE_MS = 9_000;

const settings = readSettings(process.env);
scrubEnvironment(process.env);
initializeLogger({ pretty: false, level: process.env.PARLEY_LOG ?? "error" });
keepEndOfTurnProcessAway();

const spools = spoolDirectory(settings.dataDirectory);
const claims = new Claims(settings.appUrl, settings.workerKey, spools);
const control = await Control.listen(settings.appUrl, (jobId, callId) => claims.get(jobId, callId));
process.env[CONTROL_VARIABLE] = control.path;
process.env.PARLEY_DATA = settings.dataDirectory;

const server: AgentServer = new AgentServer(
  new ServerOptions({
    agent: jobEntry(),
    agentName: settings.agentName,
    wsURL: settings.livekitUrl,
    apiKey: settings.livekitKey,
    apiSecret: settings.livekitSecret,
    host: "127.0.0.1",
    port: settings.healthPort,
    production: true,
    logLevel: process.env.PARLEY_LOG ?? "error",
    numIdleProcesses: settings.idleProcesses,
    initializeProcessTimeout: 60_000,
    shutdownProcessTimeout: 10_000,
    drainTimeout: GOODBYE_MS,
    maxRetry: Number.MAX_SAFE_INTEGER,
    permissions: new WorkerPermissions(true, true, true, true, [], false),
    // The number of calls, not of processor cycles: a busy machine that refuses every job leaves callers in silence.
    loadFunc: async (worker) => worker.activeJobs.length / settings.maxCalls,
    loadThreshold: 0.99,
    requestFunc: acceptJob,
  }),
);

async function acceptJob(request: JobRequest): Promise<void> {
  const metadata = jobMetadata(request.job.metadata);
  if (!metadata || server.activeJobs.length >= settings.maxCalls) return request.reject();
  claims.begin(request.id, metadata);
  await request.accept("Parley", `agent-${request.id}`);
}

/** The job's file beside this one: TypeScript through tsx, or the bundle. */
function jobEntry(): string {
  const bundled = fileURLToPath(new URL("./job.entry.mjs", import.meta.url));
  return existsSync(bundled) ? bundled : fileURLToPath(new URL("./job.entry.ts", import.meta.url));
}

/**
 * The library starts a process of its own for its end-of-turn model (100 MB and more) as soon as it finds the model
 * installed. Our loop does not ask it, so it is registered where the library does not see it.
 */
function keepEndOfTurnProcessAway(): void {
  Object.defineProperty(InferenceRunner.registeredRunners, "lk_eot_audio", { value: "not used", enumerable: false });
}

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  control.stopJobs();
  const forced = setTimeout(() => process.exit(1), GOODBYE_MS + 4_000);
  // Draining refuses new jobs and waits for the calls to say goodbye; a call that does not is closed afterwards.
  await server.drain(GOODBYE_MS).catch(() => {});
  await server.close().catch(() => {});
  await deliverSpools(settings.appUrl, spools, 0).catch(() => 0);
  control.close();
  clearTimeout(forced);
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());

let delivering = false;
const delivery = setInterval(() => {
  if (delivering) return;
  delivering = true;
  void deliverSpools(settings.appUrl, spools, ABANDONED_MS).catch(() => 0).finally(() => (delivering = false));
}, DELIVERY_MS);
delivery.unref();

try {
  await server.run();
} catch (error) {
  if (!stopping) {
    console.error(`The agent worker stopped: ${error instanceof Error ? error.message : String(error)}`);
    control.close();
    process.exit(1);
  }
}
