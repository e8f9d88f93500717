import { spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { guard, unguard } from "./guard.mjs";
import { endGroup, groupExists, nameOf, signalGroup } from "./process-table.mjs";

/**
 * One program to keep running.
 * @typedef {object} Program
 * @property {string} name short, for files: "web"
 * @property {string} label for people: "The web app"
 * @property {() => Promise<Command> | Command} command asked before every start, so that it can clear what the last one left
 * @property {NodeJS.Signals} [stopSignal] how to ask it to end; SIGTERM
 * @property {number} [stopMs] how long it may take to end before it is killed; 5000
 * @property {boolean} [last] ends after the others when the supervisor itself was killed (the database)
 *
 * @typedef {{ command: string[], env: NodeJS.ProcessEnv, cwd?: string, uid?: number, gid?: number }} Command
 */

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** A program that ran this long has recovered: its next failure waits the first delay again. */
const RECOVERED_MS = 60_000;
const LOG_LIMIT_BYTES = 20 * 1024 * 1024;

/** How long to wait before the next start. @param {number} failures in a row, from 1 @returns {number} milliseconds */
export function backoff(failures) {
  return Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS);
}

/**
 * Starts programs, starts them again when they end, and ends them. Emits "line" (text for people) and "change" (the
 * processes are others now).
 */
export class Supervisor extends EventEmitter {
  /** @type {Map<string, Child>} */
  #children = new Map();
  #stopping = false;

  /** @param {{ logDir: string }} options */
  constructor({ logDir }) {
    super();
    this.logDir = logDir;
    mkdirSync(logDir, { recursive: true });
  }

  get stopping() {
    return this.#stopping;
  }

  /** Starts a program for good. @param {Program} program @returns {Promise<Child>} when it runs for the first time (it may not be ready yet) */
  async start(program) {
    const child = new Child(program, this);
    this.#children.set(program.name, child);
    await child.start();
    return child;
  }

  /** The processes that run now, by name. @returns {Record<string, import("./process-table.mjs").ProcessName>} */
  processes() {
    return Object.fromEntries([...this.#children].flatMap(([name, { pid }]) => (pid ? [[name, nameOf(pid)]] : [])));
  }

  /** Ends all programs, one after the other in this order (those not named: after them). @param {string[]} order */
  async stop(order) {
    this.#stopping = true;
    const rest = [...this.#children.keys()].filter((name) => !order.includes(name));
    for (const name of [...order, ...rest]) await this.#children.get(name)?.stop();
  }

  /** Kills everything at once. */
  kill() {
    this.#stopping = true;
    for (const { pid } of this.#children.values()) if (pid) signalGroup(pid, "SIGKILL");
  }
}

/** One program and the process that runs it now. */
class Child {
  /** @type {number | undefined} */
  pid;
  /** Ends in a row, each soon after its start. */
  failures = 0;
  #stopped = false;
  #startedAt = 0;
  #logStart = 0;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /** @param {Program} program @param {Supervisor} supervisor */
  constructor(program, supervisor) {
    this.program = program;
    this.supervisor = supervisor;
    this.logFile = path.join(supervisor.logDir, `${program.name}.log`);
    this.stopSignal = program.stopSignal ?? "SIGTERM";
  }

  async start() {
    const { command, env, cwd, uid, gid } = await this.program.command();
    if (this.#stopped) return;
    const log = this.#openLog();
    // A group of its own: Ctrl-C in the terminal reaches the supervisor only, which ends the parts in the right order.
    const process_ = spawn(/** @type {string} */ (command[0]), command.slice(1), { cwd, env, uid, gid, stdio: ["ignore", log, log], detached: true });
    closeSync(log);
    this.#startedAt = Date.now();
    const { pid } = process_;
    this.pid = pid;
    if (pid) guard(pid, { signal: this.stopSignal, last: this.program.last });
    process_.once("error", (error) => this.#ended(pid, error.message));
    process_.once("exit", (code, signal) => this.#ended(pid, signal ? `signal ${signal}` : `code ${code}`));
    this.supervisor.emit("change");
  }

  #openLog() {
    try {
      if (statSync(this.logFile).size > LOG_LIMIT_BYTES) renameSync(this.logFile, `${this.logFile}.1`);
    } catch {
      // There is none yet.
    }
    const log = openSync(this.logFile, "a", 0o600);
    this.#logStart = statSync(this.logFile).size;
    return log;
  }

  /** What the program wrote since its last start, at most the last 4000 characters. @returns {string} */
  output() {
    return readFileSync(this.logFile).subarray(this.#logStart).toString("utf8").slice(-4000);
  }

  /** @param {number | undefined} pid @param {string} how */
  #ended(pid, how) {
    if (this.pid !== pid) return;
    this.pid = undefined;
    if (pid) unguard(pid);
    if (this.#stopped) return;
    // What a dead leader leaves behind (job processes) would hold its ports and calls.
    if (pid && groupExists(pid)) signalGroup(pid, "SIGKILL");
    this.failures = Date.now() - this.#startedAt > RECOVERED_MS ? 1 : this.failures + 1;
    const delay = backoff(this.failures);
    this.supervisor.emit("line", `${this.program.label} ended (${how}); starting it again in ${delay / 1000} s.`);
    this.supervisor.emit("change");
    this.#schedule(delay);
  }

  /** @param {number} delay milliseconds */
  #schedule(delay) {
    this.#timer = setTimeout(() => {
      this.start().catch((error) => {
        this.failures += 1;
        const next = backoff(this.failures);
        this.supervisor.emit("line", `${this.program.label} cannot start: ${error.message} Trying again in ${next / 1000} s.`);
        this.#schedule(next);
      });
    }, delay);
  }

  /** Ends the program and all that it started. */
  async stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const { pid } = this;
    if (!pid) return;
    await endGroup(pid, this.stopSignal, this.program.stopMs ?? 5000);
    unguard(pid);
    this.supervisor.emit("change");
  }
}
