import type { BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { giveMicrophone, openBrowser } from "./support/browser";
import { CallerPage } from "./support/caller-page";
import { Client } from "./support/client";
import { startSystem, type System } from "./support/system";
import { OpenAiServer } from "./vendors/openai";
import { refund } from "./flows/refund";

/** Any OpenAI-compatible endpoint, entered in Settings, listens, thinks and talks in a real call. */
let openai: OpenAiServer;
let system: System;
let client: Client;
let browser: BrowserContext | null = null;

beforeAll(async () => {
  openai = await OpenAiServer.start();
  system = await startSystem({ env: { PARLEY_ALLOW_PRIVATE_URLS: openai.host } });
  client = await Client.of(system);
});
beforeEach(() => {
  openai.chats.length = 0;
  openai.replies = [];
});
afterEach(async () => {
  await browser?.close();
  browser = null;
});
afterAll(async () => {
  await system?.stop();
  openai?.stop();
});

async function call(agent: string): Promise<CallerPage> {
  const link = await client.ok("POST", `/agents/${agent}/share-links`, {});
  browser = await openBrowser();
  const page = await browser.newPage();
  await giveMicrophone(page);
  const caller = new CallerPage(page);
  await caller.open(link.url);
  await caller.start();
  await caller.heard(/how can I help/);
  return caller;
}

async function ended(agent: string): Promise<any> {
  const { items } = await client.ok("GET", `/calls?agentId=${agent}&limit=1`);
  return client.callUntil(items[0].id, (call) => call.status === "ended");
}

test("publishing a flow whose provider is not set up says so, and what to do", async () => {
  const { id } = await client.ok("POST", "/agents", { document: refund });
  const { warnings } = await client.ok("POST", `/agents/${id}/publish`, {});
  expect(warnings.some((problem: any) => /mine/.test(problem.message) && /Settings/.test(problem.fix))).toBe(true);
});

test("the provider is checked for real, its key never comes back", async () => {
  const made = await client.ok("POST", "/credentials", { provider: "mine", label: "Mine", baseUrl: `http://${openai.host}/v1`, apiKey: openai.key });
  expect(JSON.stringify(made)).not.toContain(openai.key);
  expect(JSON.stringify(await client.ok("POST", `/credentials/${made.id}/check`, {}))).toContain("test-model");
});

test("one stream routes and replies: the caller's words lead where the model says, with one request", async () => {
  const agent = await client.publish(refund);
  openai.replies = [[">", "1", " I am so", "rry. What is wrong with them?"]];
  openai.transcript = "I want my money back";
  const caller = await call(agent);
  await caller.say("these words are heard by the provider");
  await caller.heard(/What is wrong with them/);
  expect(openai.chats).toHaveLength(1);
  const system = JSON.stringify(openai.chats[0]!.messages);
  expect(system).toContain("You work for a shoe shop.");
  expect(system).toContain("the caller wants their money back");
  expect(system).toContain("Ask kindly what is wrong");
  expect(await caller.transcript()).not.toContain(">1");
  await caller.page.getByRole("textbox").fill("they are too small");
  await caller.page.getByRole("textbox").press("Enter");
  await caller.status(/Ended/);
  const stored = await ended(agent);
  expect(stored.path).toEqual(["hello", "reason", "bye"]);
  expect(stored.transcript[1]).toMatchObject({ role: "caller", text: "I want my money back" });
});

test("a model that fails leads to an apology and otherwise, never to silence", async () => {
  const agent = await client.publish(refund);
  openai.replies = ["fail", "fail", "fail", "fail"];
  const caller = await call(agent);
  await caller.page.getByRole("textbox").fill("blah");
  await caller.page.getByRole("textbox").press("Enter");
  await caller.heard(/about a refund, or our hours/, 60_000);
  await caller.page.getByRole("button", { name: "End call" }).click();
  expect((await ended(agent)).path).toEqual(["hello", "again"]);
});
