import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { BrowserContext } from "playwright-core";
import { giveMicrophone, openBrowser } from "./support/browser";
import { CallerPage } from "./support/caller-page";
import { Client } from "./support/client";
import { startSystem, type System } from "./support/system";
import { table } from "./flows/table";

/** Each part is killed in the middle of a call, in a system of its own. Nothing may be lost, and the caller must not be left in silence. */
let system: System;
let client: Client;
let agent: string;
let browser: BrowserContext | null = null;

beforeAll(async () => {
  system = await startSystem();
  client = await Client.of(system);
  agent = await client.publish(table);
});
afterEach(async () => {
  await browser?.close();
  browser = null;
});
afterAll(async () => {
  await system?.stop();
});

/** Kills a part without warning and waits until the supervisor says that it was restarted. */
async function kill(part: string): Promise<void> {
  const pid = system.runtime().pids[part];
  if (!pid) throw new Error(`no process is noted for ${part}: ${JSON.stringify(system.runtime().pids)}`);
  process.kill(pid, "SIGKILL");
}

async function answeredCall(): Promise<{ caller: CallerPage; callId: string }> {
  const link = await client.ok("POST", `/agents/${agent}/share-links`, {});
  browser = await openBrowser();
  const page = await browser.newPage();
  await giveMicrophone(page);
  const caller = new CallerPage(page);
  await caller.open(link.url);
  await caller.start();
  await caller.heard(/book a table, or cancel one/);
  await caller.say("I would like to book a table please");
  await caller.heard(/how many people/);
  const { items } = await client.ok("GET", `/calls?agentId=${agent}&limit=1`);
  return { caller, callId: items[0].id };
}

async function finish(caller: CallerPage, callId: string): Promise<any> {
  await caller.say("four");
  await caller.heard(/in the garden/);
  await caller.say("inside please");
  await caller.status(/Ended/);
  return client.callUntil(callId, (call) => call.status === "ended", 60_000);
}

function expectWhole(call: any): void {
  expect(call.path).toEqual(["welcome", "details", "big", "booked"]);
  expect(call.variables).toMatchObject({ people: 4, place: "inside" });
  expect(call.endReason).toBe("flow_ended");
}

test("the web app dies in the middle of a call: the call goes on and every event arrives", async () => {
  const { caller, callId } = await answeredCall();
  await kill("web");
  expectWhole(await finish(caller, callId).catch(async () => client.callUntil(callId, (call) => call.status === "ended", 60_000)));
});

test("the database dies in the middle of a call: the call goes on and every event arrives", async () => {
  const { caller, callId } = await answeredCall();
  await kill("postgres");
  await caller.say("four");
  await caller.heard(/in the garden/);
  await caller.say("inside please");
  await caller.status(/Ended/);
  await expect.poll(async () => (await client.request("GET", `/calls/${callId}`)).body?.status, { timeout: 60_000, interval: 500 }).toBe("ended");
  expectWhole(await client.ok("GET", `/calls/${callId}`));
});

test("the agent worker is killed in the middle of a call: another goes on at the same node", async () => {
  const { caller, callId } = await answeredCall();
  await kill("agent");
  await caller.heard(/lost you/i, 60_000);
  const call = await finish(caller, callId);
  expectWhole(call);
  const { items } = await client.ok("GET", `/calls/${callId}/events?limit=500`);
  expect(items.find((event: any) => event.type === "resumed")).toMatchObject({ node: "details" });
});
