import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser } from "./support/browser";
import { Client } from "./support/client";
import { signIn } from "./support/studio";
import { table } from "./flows/table";

/** Every page, light and dark, wide and narrow: accessible by WCAG 2.2 AA as far as a tool can tell, and nothing sticks out. */
const client = new Client(inject("url"), inject("key"));
const url = inject("url");
let agent: string;
let link: string;

beforeAll(async () => {
  agent = await client.publish(table);
  link = (await client.ok("POST", `/agents/${agent}/share-links`, {})).url;
});

async function check(page: Page, path: string, ready: string): Promise<void> {
  await page.goto(path.startsWith("http") ? path : `${url}${path}`);
  await page.getByText(ready).filter({ visible: true }).first().waitFor();
  const { violations } = await new AxeBuilder({ page: page as any }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`)).toEqual([]);
  const { width, view } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth, view: window.innerWidth }));
  expect(width).toBeLessThanOrEqual(view);
}

describe.each([
  { dark: false, width: 1440 },
  { dark: true, width: 390 },
])("$width pixels wide, dark: $dark", ({ dark, width }) => {
  let browser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser({ dark, width });
    page = await browser.newPage();
    await check(page, "/sign-in", "Sign in");
    await signIn(page, url, inject("owner"));
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.each([
    ["/agents", "Agents"],
    ["/agents/new", "Pick a starting point"],
    ["/calls", "Calls"],
    ["/settings", "Local speech"],
    ["/docs/api", "API"],
  ])("%s", async (path, ready) => {
    await check(page, path, ready);
  });
  test("the editor", async () => {
    await check(page, `/agents/${agent}`, "Publish");
  });
  test("the caller's page", async () => {
    await check(page, link, "Start call");
  });
});
