import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pause, startOf } from "./process-table.mjs";
import { Supervisor, backoff } from "./supervisor.mjs";

const FOREVER = [process.execPath, "-e", "setInterval(() => {}, 1e6)"];
/** @type {string} */
let dir;
/** @type {Supervisor} */
let supervisor;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), "parley-supervisor-"));
  supervisor = new Supervisor({ logDir: path.join(dir, "logs") });
});
afterEach(async () => {
  await supervisor.stop([]);
  rmSync(dir, { recursive: true, force: true });
});

/** @param {string} name @param {string[]} command */
const program = (name, command, more = {}) => ({ name, label: `The ${name}`, command: () => ({ command, env: { PATH: process.env.PATH } }), ...more });

/** @param {number} pid */
async function gone(pid) {
  for (let waited = 0; startOf(pid) !== undefined; waited += 20) {
    if (waited > 10_000) throw new Error(`process ${pid} is still there`);
    await pause(20);
  }
}

test("a program that is killed runs again, and one line says so", async () => {
  const child = await supervisor.start(program("web", FOREVER));
  const first = /** @type {number} */ (child.pid);
  const line = once(supervisor, "line");
  process.kill(first, "SIGKILL");
  expect((await line)[0]).toBe("The web ended (signal SIGKILL); starting it again in 0.5 s.");
  while (!child.pid) await once(supervisor, "change");
  expect(child.pid).not.toBe(first);
  expect(startOf(child.pid)).toBeDefined();
});

test("what a killed program had started does not live on", async () => {
  const child = await supervisor.start(program("agent", [process.execPath, "-e", `console.log(require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1e6)"]).pid); setInterval(() => {}, 1e6)`]));
  while (!/\d+\n/.test(child.output())) await pause(20);
  const grandchild = Number(child.output());
  process.kill(/** @type {number} */ (child.pid), "SIGKILL");
  await gone(grandchild);
});

test("the delay doubles with every failure in a row and has a limit", () => {
  expect([1, 2, 3, 4].map(backoff)).toEqual([500, 1000, 2000, 4000]);
  expect(backoff(40)).toBe(30_000);
});

test("a program that cannot even be prepared is tried again", async () => {
  let asked = 0;
  const lines = /** @type {string[]} */ ([]);
  supervisor.on("line", (line) => lines.push(line));
  const child = await supervisor.start({
    ...program("database", FOREVER),
    command: () => {
      asked += 1;
      if (asked === 2) throw new Error("The disk is full.");
      return { command: FOREVER, env: {} };
    },
  });
  process.kill(/** @type {number} */ (child.pid), "SIGKILL");
  while (asked < 3) await once(supervisor, "change");
  expect(lines.join("\n")).toContain("The database cannot start: The disk is full.");
});

test("programs end one after the other in the order asked for, and do not come back", async () => {
  const log = path.join(dir, "order");
  const saying = (/** @type {string} */ name) => [process.execPath, "-e", `process.on("SIGTERM", () => { require("fs").appendFileSync(${JSON.stringify(log)}, "${name} "); process.exit(0); }); console.log("up"); setInterval(() => {}, 1e6)`];
  const children = [];
  for (const name of ["database", "web", "agent"]) children.push(await supervisor.start(program(name, saying(name))));
  while (!children.every((child) => child.output().includes("up"))) await pause(20);
  await supervisor.stop(["agent", "web", "database"]);
  expect(readFileSync(log, "utf8")).toBe("agent web database ");
  expect(supervisor.processes()).toEqual({});
});

test("a program that ignores the request to end is killed", async () => {
  const child = await supervisor.start(program("agent", [process.execPath, "-e", `process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1e6)`], { stopMs: 200 }));
  while (!child.output().includes("up")) await pause(20);
  const { pid } = child;
  await supervisor.stop(["agent"]);
  expect(startOf(/** @type {number} */ (pid))).toBeUndefined();
});

test("a supervisor killed with -9 leaves nothing behind", async () => {
  const module = path.join(path.dirname(fileURLToPath(import.meta.url)), "supervisor.mjs");
  const script = `
    import { Supervisor } from ${JSON.stringify(module)};
    const supervisor = new Supervisor({ logDir: ${JSON.stringify(dir)} });
    const child = await supervisor.start({ name: "x", label: "X", command: () => ({ command: ${JSON.stringify(FOREVER)}, env: {} }) });
    console.log(child.pid);
    setInterval(() => {}, 1e6);`;
  const other = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const [chunk] = await once(other.stdout, "data");
  const pid = Number(String(chunk));
  expect(startOf(pid)).toBeDefined();
  other.kill("SIGKILL");
  await gone(pid);
}, 20_000);
