import type { Page } from "playwright-core";
import { speakInto } from "./browser";
import { spokenWav } from "./voices";

/** Drives `/call/TOKEN` as a person does: by the names of its buttons, its status and its transcript. */
export class CallerPage {
  constructor(readonly page: Page) {}

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.getByRole("button", { name: "Start call" }).waitFor();
  }

  async start(): Promise<void> {
    await this.page.getByRole("button", { name: "Start call" }).click();
  }

  /** Waits until the agent has said something like this and listens. */
  async heard(pattern: RegExp, timeoutMs = 30_000): Promise<void> {
    try {
      await this.page.getByRole("log", { name: "Transcript" }).getByText(pattern).last().waitFor({ timeout: timeoutMs });
      await this.status(/Listening|Ended/, timeoutMs);
    } catch (error) {
      throw new Error(`The agent was not heard to say ${pattern}. The page shows:\n${await this.page.locator("body").innerText()}`, { cause: error });
    }
  }

  async status(pattern: RegExp, timeoutMs = 30_000): Promise<void> {
    await this.page.getByRole("status").filter({ hasText: pattern }).first().waitFor({ timeout: timeoutMs });
  }

  async say(text: string, voice: "rms" | "awb" | "kal16" = "rms"): Promise<void> {
    await speakInto(this.page, await spokenWav(text, voice));
  }

  transcript(): Promise<string> {
    return this.page.getByRole("log", { name: "Transcript" }).innerText();
  }
}
