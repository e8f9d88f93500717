import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type BrowserContext, type Page } from "playwright-core";

const PATHS = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is, or an error that says how to get it. */
export function chromiumPath(): string {
  const found = PATHS.find((path) => path && existsSync(path));
  if (!found) throw new Error("Chromium is missing: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH");
  return found;
}

/**
 * A fresh Chromium profile. With `microphone` (a WAV file's path) the file is the microphone, from the moment it is opened, once.
 * Without, it is Chromium's beeping fake device.
 */
export async function openBrowser(options: { microphone?: string; width?: number; height?: number; dark?: boolean; permissions?: string[] } = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "parley-chromium-")), {
    executablePath: chromiumPath(),
    headless: true,
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.dark ? "dark" : "light",
    permissions: options.permissions ?? ["microphone"],
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required",
      ...(options.microphone ? [`--use-file-for-fake-audio-capture=${options.microphone}%noloop`] : []),
    ],
  });
}

/**
 * Gives a page a microphone that is silent until `speakInto` plays something: the caller can answer when the agent has finished,
 * as people do, instead of at times fixed beforehand. The sound takes the way of a real microphone: getUserMedia, Opus, WebRTC.
 */
export async function giveMicrophone(page: Page): Promise<void> {
  await page.addInitScript({ path: fileURLToPath(new URL("./microphone.js", import.meta.url)) });
}

/** Plays a WAV file's bytes into the page's microphone; resolves when its last sample was played. */
export async function speakInto(page: Page, wav: Uint8Array): Promise<void> {
  await page.evaluate((bytes) => (window as any).__speak(bytes), [...wav]);
}
