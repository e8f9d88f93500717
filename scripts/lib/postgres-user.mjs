import { execFileSync } from "node:child_process";
import { chownSync, existsSync, statSync } from "node:fs";
import path from "node:path";
import { SetupError } from "./say.mjs";

/** How to run PostgreSQL's programs, which refuse to run as root. @typedef {{ uid?: number, gid?: number, prefix: string[] }} RunAs */

/** @param {string} flag @returns {number | undefined} */
function idOfPostgres(flag) {
  try {
    return Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return undefined;
  }
}

/** Whether a user other than root and the owner can reach a path. @param {string} target */
function reachableByOthers(target) {
  for (let dir = path.dirname(target); ; dir = path.dirname(dir)) {
    if (existsSync(dir) && !(statSync(dir).mode & 0o001)) return false;
    if (dir === path.dirname(dir)) return true;
  }
}

/** @param {string[]} command */
function works(command) {
  try {
    execFileSync(/** @type {string} */ (command[0]), command.slice(1), { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * Chooses the user for PostgreSQL's programs. Not root: the same user. Root: the system user `postgres` (created when
 * missing). A checkout below a private directory (/root, `mktemp -d`) cannot be reached by that user, so there the
 * program keeps one capability, to pass directories, and still has the other user's identity.
 * @param {string[]} paths data directory and programs, absolute @returns {RunAs}
 */
export function postgresUser(paths) {
  if (process.getuid?.() !== 0) return { prefix: [] };
  if (idOfPostgres("-u") === undefined && !works(["useradd", "--system", "--no-create-home", "--user-group", "postgres"]) && idOfPostgres("-u") === undefined)
    throw new SetupError("PostgreSQL cannot run as root, and a system user `postgres` could not be created.", "Create it with `useradd --system postgres`, run `npm start` as another user, or set DATABASE_URL.");
  const uid = /** @type {number} */ (idOfPostgres("-u"));
  const gid = /** @type {number} */ (idOfPostgres("-g"));
  if (paths.every(reachableByOthers)) return { uid, gid, prefix: [] };
  const probe = paths.flatMap((target, i) => [...(i > 0 ? ["-a"] : []), "-x", path.dirname(target)]);
  for (const capability of ["dac_read_search", "dac_override"]) {
    // no_setuid_fixup: access(2) ignores the capability without it, and PostgreSQL asks access(2) about its own program.
    const prefix = ["setpriv", "--securebits=+no_setuid_fixup", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", `--inh-caps=-all,+${capability}`, `--ambient-caps=-all,+${capability}`];
    if (works([...prefix, "test", ...probe])) return { prefix };
  }
  throw new SetupError("PostgreSQL cannot run as root, and its user `postgres` cannot reach this directory.", "Move Parley out of the private directory (for instance to /srv), or set DATABASE_URL.");
}

/** Gives a file or directory to the user that PostgreSQL runs as, when we are root. @param {string} dir */
export function giveToPostgres(dir) {
  if (process.getuid?.() === 0) chownSync(dir, /** @type {number} */ (idOfPostgres("-u")), /** @type {number} */ (idOfPostgres("-g")));
}
