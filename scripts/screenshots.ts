import { mkdirSync } from "node:fs";
import { Client } from "../tests/support/client";
import { giveMicrophone, openBrowser } from "../tests/support/browser";
import { CallerPage } from "../tests/support/caller-page";
import { ownerOf, signIn } from "../tests/support/studio";
import { startSystem } from "../tests/support/system";

/**
 * Takes the pictures of the README from the running product: starts a Parley of its own, signs in, builds an agent from a
 * starting point and talks with it by voice. `npx tsx scripts/screenshots.ts`
 */
const OUT = "docs/images";
const PIZZA = [[/What size/, "large"], [/which topping/, "mushroom please"]] as const;

mkdirSync(OUT, { recursive: true });
const system = await startSystem();
try {
  const client = await Client.of(system);
  const owner = await ownerOf(system);
  const { items } = await client.ok("GET", "/templates");
  const pizza = items.find((template: { id: string }) => template.id === "pizza-order");
  const id = await client.publish(pizza.document);

  for (const dark of [false, true]) {
    const suffix = dark ? "dark" : "light";
    const browser = await openBrowser({ dark });
    const page = await browser.newPage();
    await giveMicrophone(page);
    await signIn(page, system.url, owner);
    await page.goto(`${system.url}/agents/new`);
    await page.getByText("Pizza order").first().waitFor();
    if (!dark) await page.screenshot({ path: `${OUT}/starting-points.png` });
    await page.goto(`${system.url}/agents/${id}`);
    await page.getByRole("group", { name: "Ask: The pizza" }).waitFor();
    await page.screenshot({ path: `${OUT}/editor-${suffix}.png` });

    if (!dark) {
      const caller = new CallerPage(page);
      await page.getByRole("banner").getByRole("button", { name: "Talk", exact: true }).click();
      for (const [question, answer] of PIZZA) {
        await caller.heard(question);
        await caller.say(answer);
      }
      await caller.heard(/extra topping/);
      await page.screenshot({ path: `${OUT}/talk.png` });
      await page.getByRole("button", { name: "End call" }).click();
    }
    await browser.close();
  }

  const link = await client.ok("POST", `/agents/${id}/share-links`, {});
  const phone = await openBrowser({ width: 390, height: 780 });
  const page = await phone.newPage();
  await giveMicrophone(page);
  const caller = new CallerPage(page);
  await caller.open(link.url);
  await caller.start();
  for (const [question, answer] of PIZZA) {
    await caller.heard(question);
    await caller.say(answer);
  }
  await caller.heard(/extra topping/);
  await page.screenshot({ path: `${OUT}/caller-phone.png` });
  await caller.say("no thanks");
  await caller.heard(/Shall I order it/);
  await caller.say("yes please");
  await caller.status(/Ended/);
  await phone.close();

  const desk = await openBrowser();
  const call = await desk.newPage();
  await signIn(call, system.url, owner);
  const { items: calls } = await client.ok("GET", `/calls?agentId=${id}&limit=1`);
  await call.goto(`${system.url}/calls/${calls[0].id}`);
  await call.getByText("Ordered").first().waitFor();
  await call.screenshot({ path: `${OUT}/call.png` });
  await desk.close();
} finally {
  await system.stop();
}
