import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";

/** What the agent worker is told by its environment. */
export interface WorkerSettings {
  appUrl: string;
  workerKey: string;
  agentName: string;
  livekitUrl: string;
  livekitKey: string;
  livekitSecret: string;
  dataDirectory: string;
  healthPort: number;
  /** More calls than this are refused, so that those that are running keep their pace. */
  maxCalls: number;
  /** Job processes kept ready. */
  idleProcesses: number;
}

/** @throws Error with one sentence that names what is missing */
export function readSettings(env: NodeJS.ProcessEnv): WorkerSettings {
  const need = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`The agent worker needs ${name}. "npm start" sets it.`);
    return value;
  };
  const number = (name: string, fallback: number): number => {
    const value = Number(env[name] ?? "");
    return env[name] && Number.isFinite(value) && value >= 0 ? Math.floor(value) : fallback;
  };
  const cores = availableParallelism();
  return {
    appUrl: need("PARLEY_APP_URL").replace(/\/+$/, ""),
    workerKey: need("PARLEY_WORKER_KEY"),
    agentName: env.PARLEY_AGENT_NAME || "parley",
    livekitUrl: need("LIVEKIT_URL"),
    livekitKey: need("LIVEKIT_API_KEY"),
    livekitSecret: need("LIVEKIT_API_SECRET"),
    dataDirectory: resolve(env.PARLEY_DATA || ".parley"),
    healthPort: number("PARLEY_WORKER_PORT", 0),
    maxCalls: Math.max(1, number("PARLEY_MAX_CALLS", cores * 5)),
    idleProcesses: Math.max(1, number("PARLEY_IDLE_PROCESSES", cores > 2 ? 2 : 1)),
  };
}

/** Names that a job process may inherit. Everything else – keys of the app, the database, LiveKit – stays in the main process. */
const INHERITED = /^(PATH|HOME|USER|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|NODE_ENV|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SSL_CERT_.*|HTTPS?_PROXY|NO_PROXY|https?_proxy|no_proxy|PARLEY_DATA|PARLEY_LOG|PARLEY_ALLOW_PRIVATE_URLS|LD_LIBRARY_PATH|SystemRoot|DEBUG)$/;

/** Removes every secret from this process's environment, since job processes are forked with all of it. */
export function scrubEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env)) if (!INHERITED.test(name)) delete env[name];
}

export const spoolDirectory = (dataDirectory: string): string => join(dataDirectory, "spool");
export const speechCacheDirectory = (dataDirectory: string): string => join(dataDirectory, "cache", "speech");
