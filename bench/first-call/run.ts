import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { AccessToken, AgentDispatchClient, RoomServiceClient } from "livekit-server-sdk";
import { configureLivekit, findOrBuildLivekit } from "@/scripts/lib/livekit.mjs";
import { Client } from "@/tests/support/client";
import { freePort, startSystem } from "@/tests/support/system";
import { LocalVoice } from "@/workers/agent/speech/flite/local-voice";
import { measureCall, percentile, trimmed, type Measured, type Sounds } from "./measure";
import { FLOW } from "./questions";

/**
 * How long a caller waits: Parley as `npm start` runs it, and a bare `@livekit/agents` program with the same speech parts, one after the
 * other on the same LiveKit server. `node --import tsx bench/first-call/run.ts [turns] [calls]`
 */
const turns = Number(process.argv[2] ?? 20);
const calls = Number(process.argv[3] ?? 3);
const PEER = "bench-bare";

const dir = mkdtempSync(join(tmpdir(), "parley-bench-"));
const children: ChildProcess[] = [];
const stop = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await Promise.race([once(child, "exit"), pause(15_000)]);
  if (child.exitCode === null) child.kill("SIGKILL");
};
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function answers(url: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await fetch(url).then((response) => response.ok, () => false)) return;
    await pause(200);
  }
  throw new Error(`${url} does not answer`);
}

async function callerSounds(): Promise<Sounds> {
  const voice = await LocalVoice.start();
  const say = async (text: string) => trimmed((await voice.synthesize({ text, voice: "awb" })).pcm);
  const sounds = { left: await say("left"), right: await say("right") };
  await voice.stop();
  return sounds;
}

async function several(name: string, start: () => Promise<{ url: string; token: string }>, sounds: Sounds): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (let i = 0; i < calls; i++) {
    // The next job process is being prepared; a caller who comes a little later finds it ready.
    await pause(6_000);
    measured.push(await measureCall(start, sounds, Math.ceil(turns / calls)));
    console.error(`${name}, call ${i + 1}: first sound ${Math.round(measured[i]!.firstSoundMs)} ms (asking ${Math.round(measured[i]!.askedMs)}), turns ${measured[i]!.turnsMs.map(Math.round).join(" ")}`);
  }
  return measured;
}

function row(name: string, measured: Measured[]): string {
  const all = measured.flatMap((call) => call.turnsMs);
  const first = measured.map((call) => call.firstSoundMs);
  const missed = measured.reduce((sum, call) => sum + call.missed, 0);
  return `| ${name} | ${percentile(first, 0.5)} / ${percentile(first, 0.95)} (${percentile(measured.map((call) => call.askedMs), 0.5)}) | ${percentile(all, 0.5)} / ${percentile(all, 0.95)} | ${all.length} | ${missed} |`;
}

try {
  const { url, apiKey, apiSecret, configFile } = await configureLivekit(dir);
  children.push(spawn(await findOrBuildLivekit(), ["--config", configFile], { stdio: "ignore" }));
  const http = url.replace(/^ws/, "http");
  await answers(http);
  const livekit = { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret };
  const sounds = await callerSounds();

  const system = await startSystem({ env: livekit });
  let ours: Measured[];
  try {
    const client = await Client.of(system);
    const agentId = await client.publish(FLOW);
    ours = await several("Parley", async () => {
      const { serverUrl, token } = await client.ok("POST", "/web-calls", { agentId });
      return { url: serverUrl, token };
    }, sounds);
  } finally {
    await system.stop();
  }

  const healthPort = await freePort();
  const peer = spawn(process.execPath, ["--import", "tsx", "bench/first-call/bare-livekit.ts"], { env: { ...process.env, ...livekit, BENCH_AGENT_NAME: PEER, BENCH_HEALTH_PORT: String(healthPort) }, stdio: ["ignore", "inherit", "inherit"] });
  children.push(peer);
  await answers(`http://127.0.0.1:${healthPort}/`);
  const rooms = new RoomServiceClient(http, apiKey, apiSecret);
  const dispatch = new AgentDispatchClient(http, apiKey, apiSecret);
  let count = 0;
  const theirs = await several("bare @livekit/agents", async () => {
    const room = `bare-${count++}`;
    await rooms.createRoom({ name: room });
    await dispatch.createDispatch(room, PEER);
    const token = new AccessToken(apiKey, apiSecret, { identity: "caller" });
    token.addGrant({ roomJoin: true, room });
    return { url, token: await token.toJwt() };
  }, sounds);

  console.log(`${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)} at the end, ${calls} calls each\n`);
  console.log("| | first sound, p50 / p95 (asking) ms | turn, p50 / p95 ms | turns | missed |\n|---|---|---|---|---|");
  console.log(row("Parley", ours));
  console.log(row("bare @livekit/agents, tuned, cached replies", theirs));
} finally {
  for (const child of children.reverse()) await stop(child);
  rmSync(dir, { recursive: true, force: true });
}
process.exit(0);
