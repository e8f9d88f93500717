import path from "node:path";
import { agentEnvironment, appEnvironment, livekitEnvironment } from "./environment.mjs";
import { paths } from "./paths.mjs";
import { preparePostgres } from "./postgres.mjs";

// The parts that `npm start` keeps running. Each is asked for its command before every start.

/** In which order they end: calls say goodbye while everything they need is still there. */
export const STOP_ORDER = ["agent", "jobs", "web", "livekit", "postgres"];

/** @typedef {import("./supervisor.mjs").Program} Program @typedef {import("./environment.mjs").Facts} Facts */

/** @param {string} dataDir @returns {Program} */
export function postgresProgram(dataDir) {
  return {
    name: "postgres",
    label: "The database",
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
    stopSignal: "SIGINT",
    stopMs: 20_000,
    last: true,
    command: async () => {
      const { command, env, uid, gid } = await preparePostgres(dataDir);
      return { command, env, uid, gid, cwd: "/" };
    },
  };
}

/** @param {string} program @param {string} configFile @returns {Program} */
export function livekitProgram(program, configFile) {
  // The server holds no state worth waiting for: calls have ended before, and it would wait for rooms to empty.
  return { name: "livekit", label: "LiveKit's server", stopMs: 1500, command: () => ({ command: [program, "--config", configFile], env: livekitEnvironment() }) };
}

/** @param {Facts} facts @returns {Program} */
export function webProgram(facts) {
  const next = path.join(paths.root, "node_modules/next/dist/bin/next");
  const host = process.env.HOST ? ["-H", process.env.HOST] : [];
  return { name: "web", label: "The web app", command: () => ({ command: [process.execPath, next, "start", "-p", String(facts.port), ...host], cwd: paths.root, env: appEnvironment(facts) }) };
}

/** @param {Facts} facts @returns {Program} */
export function agentProgram(facts) {
  const main = path.join(paths.root, "dist/workers/agent/main.mjs");
  // Calls say goodbye within 9 s; the worker ends itself at 13 s.
  return { name: "agent", label: "The agent worker", stopMs: 14_000, command: () => ({ command: [process.execPath, "--enable-source-maps", main], cwd: paths.root, env: agentEnvironment(facts) }) };
}

/** @param {Facts} facts @returns {Program} */
export function jobsProgram(facts) {
  const main = path.join(paths.root, "dist/workers/jobs/main.mjs");
  return { name: "jobs", label: "The jobs worker", command: () => ({ command: [process.execPath, "--enable-source-maps", main], cwd: paths.root, env: appEnvironment(facts) }) };
}
