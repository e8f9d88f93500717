import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterEach, beforeAll, expect, inject, test } from "vitest";
import { giveMicrophone, openBrowser } from "./support/browser";
import { CallerPage } from "./support/caller-page";
import { Client } from "./support/client";
import { recording } from "./support/voices";
import { table } from "./flows/table";

const client = new Client(inject("url"), inject("key"));
let agent: string;
let browser: BrowserContext | null = null;

beforeAll(async () => {
  agent = await client.publish(table);
});
afterEach(async () => {
  await browser?.close();
  browser = null;
});

async function openLink(options: Parameters<typeof openBrowser>[0] = {}, live = true): Promise<CallerPage> {
  const link = await client.ok("POST", `/agents/${agent}/share-links`, {});
  browser = await openBrowser(options);
  const page = await browser.newPage();
  if (live) await giveMicrophone(page);
  const caller = new CallerPage(page);
  await caller.open(link.url);
  return caller;
}

async function lastCall(): Promise<any> {
  const { items } = await client.ok("GET", `/calls?agentId=${agent}&limit=1`);
  return client.callUntil(items[0].id, (call) => call.status === "ended");
}

test("a caller is understood through the share link, and the call is stored as it was", async () => {
  const caller = await openLink();
  await caller.start();
  await caller.heard(/book a table, or cancel one/);
  await caller.say("I would like to book a table please");
  await caller.heard(/how many people/);
  await caller.say("twelve", "awb");
  await caller.heard(/in the garden/);
  await caller.say("in the garden please");
  await caller.status(/Ended/);

  const call = await lastCall();
  expect(call.path).toEqual(["welcome", "details", "big", "mark", "booked"]);
  expect(call.variables).toMatchObject({ people: 12, place: "garden", size: "group of 12" });
  expect(call.endReason).toBe("flow_ended");
  expect(call.outcome).toBe("booked");
  expect(call.transcript.map((line: any) => line.role)).toEqual(["agent", "caller", "agent", "caller", "agent", "caller", "agent"]);
  expect(call.transcript.at(-1).text).toMatch(/A table for 12, garden/);
  expect(call.turns.length).toBe(3);
});

test("the simulator takes the same path as the voice", async () => {
  const result = await client.ok("POST", `/agents/${agent}/simulate`, {
    version: 1,
    turns: [{ say: "I would like to book a table please" }, { say: "twelve" }, { say: "in the garden please" }],
  });
  expect(result.path).toEqual(["welcome", "details", "big", "mark", "booked"]);
  expect(result.variables).toMatchObject({ people: 12, place: "garden", size: "group of 12" });
  expect(result.ended).toBeTruthy();
});

test("speech that no exit expects is shown as not understood and leads to otherwise", async () => {
  const caller = await openLink();
  await caller.start();
  await caller.heard(/book a table, or cancel one/);
  await caller.say("the weather in Scotland has been rather dreadful for several weeks");
  await caller.heard(/Please say book, or cancel/);
  await caller.say("cancel");
  await caller.status(/Ended/);
  const call = await lastCall();
  expect(call.path).toEqual(["welcome", "again", "cancelled"]);
  expect(call.transcript[1]).toMatchObject({ role: "caller", understood: false });
});

test("a recording as the microphone of an untouched Chromium is understood", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "parley-mic-")), "microphone.wav");
  // The file starts when the microphone opens: long enough silences for what the agent says between.
  writeFileSync(file, await recording([9, "cancel please", 12]));
  const caller = await openLink({ microphone: file }, false);
  await caller.start();
  await caller.status(/Ended/, 40_000);
  const call = await lastCall();
  expect(call.path).toEqual(["welcome", "cancelled"]);
});

test("a caller who hangs up ends the call with that reason", async () => {
  const caller = await openLink();
  await caller.start();
  await caller.heard(/book a table, or cancel one/);
  await caller.page.getByRole("button", { name: "End call" }).click();
  await caller.status(/Ended/);
  const call = await lastCall();
  expect(call.endReason).toBe("caller_hung_up");
});

test("typed words and keys work without a microphone", async () => {
  const caller = await openLink({ permissions: [] }, false);
  await caller.start();
  await caller.heard(/book a table, or cancel one/);
  await caller.page.getByRole("textbox").fill("cancel");
  await caller.page.getByRole("textbox").press("Enter");
  await caller.status(/Ended/);
  expect((await lastCall()).path).toEqual(["welcome", "cancelled"]);
});
