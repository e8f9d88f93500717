import type { Page } from "playwright-core";
import type { System } from "./system";

/** How to sign in, as `npm start` printed it at the first start. */
export async function ownerOf(system: Pick<System, "line">): Promise<{ email: string; password: string }> {
  const line = await system.line(/^Sign in as .* with the password /);
  const [, email, password] = /^Sign in as (\S+) with the password (\S+)/.exec(line)!;
  return { email: email!, password: password! };
}

/** Signs a browser page in; ends at the list of agents. */
export async function signIn(page: Page, url: string, owner: { email: string; password: string }): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill(owner.email);
  await page.getByLabel(/password/i).first().fill(owner.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/agents/);
}
