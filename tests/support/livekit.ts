import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { livekitAnswers } from "@/lib/calls/livekit";
import { configureLivekit, findOrBuildLivekit } from "@/scripts/lib/livekit.mjs";

/** A real livekit-server for the tests of one file; the app's environment points to it. */
export function useLivekit(): void {
  const dir = mkdtempSync(join(tmpdir(), "parley-test-livekit-"));
  let server: ChildProcess | undefined;
  beforeAll(async () => {
    const program = await findOrBuildLivekit();
    const { url, apiKey, apiSecret, configFile } = await configureLivekit(dir);
    Object.assign(process.env, { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret, PARLEY_AGENT_NAME: "parley-test" });
    server = spawn(program, ["--config", configFile], { stdio: "ignore" });
    for (let tries = 0; !(await livekitAnswers()); tries += 1) {
      if (tries > 100 || server.exitCode !== null) throw new Error("livekit-server does not start");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, 600_000);
  afterAll(async () => {
    if (server && server.exitCode === null) {
      server.kill("SIGKILL");
      await once(server, "exit");
    }
    rmSync(dir, { recursive: true, force: true });
  });
}
