import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { giveMicrophone, openBrowser } from "./support/browser";
import { CallerPage } from "./support/caller-page";
import { Client } from "./support/client";
import { signIn } from "./support/studio";
import { table } from "./flows/table";

/** The editor as a person uses it: what is on the screen must be what is stored. */
const client = new Client(inject("url"), inject("key"));
let browser: BrowserContext;
let page: Page;

beforeEach(async () => {
  browser = await openBrowser({ permissions: ["microphone", "clipboard-read", "clipboard-write"] });
  page = await browser.newPage();
  await giveMicrophone(page);
  await signIn(page, inject("url"), inject("owner"));
});
afterEach(async () => {
  await browser.close();
});

const card = (name: string) => page.getByRole("group", { name, exact: true });
const topButton = (name: string) => page.getByRole("banner").getByRole("button", { name, exact: true });

async function openEditor(): Promise<() => Promise<any>> {
  const { id } = await client.ok("POST", "/agents", { document: table });
  await page.goto(`${inject("url")}/agents/${id}`);
  await card("Talk: Welcome").waitFor();
  return async () => (await client.ok("GET", `/agents/${id}`)).document;
}

test("the first ten minutes: a starting point, Talk, another sentence, Publish, the link", async () => {
  await page.goto(`${inject("url")}/agents/new`);
  await page.getByText("Opinion survey").first().click();
  await page.waitForURL(/\/agents\/(?!new)[^/]+$/);
  await topButton("Talk").click();
  const dock = new CallerPage(page);
  await dock.heard(/Is this a good moment/);
  await page.getByRole("button", { name: "End call" }).click();
  await dock.status(/Ended/);

  await page.getByRole("group", { name: /^Talk: / }).first().click({ position: { x: 60, y: 12 } });
  await page.getByRole("combobox", { name: "What to say" }).fill("Good day from the shop. Have you got a minute?");
  await page.getByText("Saved", { exact: true }).waitFor();
  await topButton("Publish").click();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await page.getByText("Version 1 is live").waitFor();
  const link = await page.getByLabel("Link for callers").inputValue();

  const caller = new CallerPage(await browser.newPage());
  await giveMicrophone(caller.page);
  await caller.open(link);
  await caller.start();
  await caller.heard(/Have you got a minute/);
});

test("a step from the palette, duplicated, deleted and brought back is stored each time; undo survives a reload", async () => {
  const stored = await openEditor();
  const names = async () => (await stored()).nodes.map((node: any) => node.name);
  await page.getByRole("menu", { name: "Steps" }).getByRole("menuitem", { name: "Remember" }).click();
  await expect.poll(names).toContain("Remember");
  await card("End: Booked").click({ position: { x: 60, y: 12 } });
  await page.keyboard.press("Control+d");
  await card("End: Booked 2").waitFor();
  await expect.poll(names).toContain("Booked 2");
  // Away and back by keyboard: the step that is focused is the one that is deleted, not the copy that was selected.
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect.poll(() => card("End: Booked").evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await page.keyboard.press("Delete");
  await expect.poll(names).not.toContain("Booked");
  await page.reload();
  await card("Talk: Welcome").waitFor();
  await topButton("Undo").click();
  await expect.poll(names).toContain("Booked");
});

test("what is typed while the network is away is kept, through a reload, and saved when it is back", async () => {
  const stored = await openEditor();
  await browser.route("**/api/v1/agents/**", (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
  await card("Talk: Welcome").focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Name of the step").fill("Hello there");
  await page.getByText("Offline – kept on this device").waitFor();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await card("Talk: Hello there").waitFor();
  await browser.unroute("**/api/v1/agents/**");
  await expect.poll(async () => (await stored()).nodes[0].name, { timeout: 20_000 }).toBe("Hello there");
});

test("when two people edit, the second is asked and nothing is overwritten silently", async () => {
  const stored = await openEditor();
  const id = page.url().split("/").at(-1);
  const theirs = await client.ok("GET", `/agents/${id}`);
  theirs.document.nodes[0].name = "Theirs";
  await client.ok("PUT", `/agents/${id}`, { document: theirs.document, revision: theirs.revision });
  await card("End: Booked").focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Name of the step").fill("Mine");
  await page.getByRole("button", { name: "Keep mine" }).waitFor();
  expect((await stored()).nodes[0].name).toBe("Theirs");
  await page.getByRole("button", { name: "Take theirs" }).click();
  await card("Talk: Theirs").waitFor();
});

test("a problem is shown with its fix, and the fix is one press", async () => {
  const document = structuredClone(table) as any;
  document.nodes[3].exits.pop();
  const { id } = await client.ok("POST", "/agents", { document });
  await page.goto(`${inject("url")}/agents/${id}`);
  await page.getByRole("banner").getByRole("button", { name: /problem/ }).click();
  await page.getByRole("dialog", { name: "Problems" }).getByRole("button", { name: "Fix", exact: true }).first().click();
  await expect.poll(async () => (await client.ok("GET", `/agents/${id}`)).document.nodes[3].exits.some((exit: any) => exit.when.type === "otherwise")).toBe(true);
});
