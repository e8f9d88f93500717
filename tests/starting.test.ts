import { execFileSync, spawn } from "node:child_process";
import { createServer } from "node:net";
import { mkdtempSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Client } from "./support/client";
import { freePort, startSystem } from "./support/system";
import { table } from "./flows/table";

/** Processes whose environment or command names this data directory. */
function processesOf(data: string): string[] {
  const all = execFileSync("ps", ["axeww", "-o", "pid=,args="], { encoding: "utf8", maxBuffer: 64 << 20 });
  return all.split("\n").filter((line) => line.includes(data) && !line.includes("ps axeww"));
}

test("two copies run side by side, keep their own data, and leave nothing behind", async () => {
  const [one, two] = await Promise.all([startSystem(), startSystem()]);
  try {
    const first = await Client.of(one);
    const second = await Client.of(two);
    await first.publish(table);
    expect((await first.ok("GET", "/agents")).items).toHaveLength(1);
    expect((await second.ok("GET", "/agents")).items).toHaveLength(0);
    expect((await second.request("GET", "/agents")).status).toBe(200);
    expect((await new Client(two.url, first.key).request("GET", "/agents")).status).toBe(401);
  } finally {
    const codes = await Promise.all([one.stop(), two.stop()]);
    expect(codes).toEqual([0, 0]);
  }
  expect(processesOf(one.data)).toEqual([]);
  expect(processesOf(two.data)).toEqual([]);
});

test("a second start keeps what was there", async () => {
  const data = mkdtempSync(join(tmpdir(), "parley-again-"));
  const port = await freePort();
  const first = await startSystem({ data, port });
  const client = await Client.of(first);
  const agent = await client.publish(table);
  await first.stop();
  const second = await startSystem({ data, port });
  try {
    expect((await client.ok("GET", `/agents/${agent}`)).document.name).toBe("Table for you");
  } finally {
    await second.stop();
  }
});

test("a supervisor killed without warning leaves no orphan, and the next start works", async () => {
  const data = mkdtempSync(join(tmpdir(), "parley-killed-"));
  const first = await startSystem({ data });
  first.process.kill("SIGKILL");
  await once(first.process, "exit");
  const second = await startSystem({ data });
  await second.stop();
  await expect.poll(() => processesOf(data), { timeout: 20_000, interval: 500 }).toEqual([]);
});

test("a port in use is said in one sentence with the remedy", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const { port } = holder.address() as { port: number };
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, PORT: String(port), PARLEY_DATA: mkdtempSync(join(tmpdir(), "parley-port-")) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => { said += chunk; });
  const [code] = await once(child, "exit");
  holder.close();
  expect(code).not.toBe(0);
  expect(said).toContain(String(port));
  expect(said).toMatch(/PORT=/);
  expect(said).not.toMatch(/\n\s+at /);
});
