import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { keep, keepRandom, writePrivate } from "./kept.mjs";
import { waitForLock } from "./lock.mjs";
import { paths } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { runStep } from "./run-step.mjs";
import { SetupError, say } from "./say.mjs";

const moduleDir = path.join(paths.root, "scripts/media/livekit-server");

/** The version that scripts/media/livekit-server/go.mod names. @returns {string} such as "v1.13.5" */
export function livekitVersion() {
  const found = /livekit\/livekit-server (v\S+)/.exec(readFileSync(path.join(moduleDir, "go.mod"), "utf8"));
  return /** @type {string} */ (found?.[1]);
}

/** @param {string} name @param {string} [search] @returns {string | undefined} */
function onPath(name, search = process.env.PATH ?? "") {
  for (const dir of search.split(path.delimiter)) {
    const file = path.join(dir, process.platform === "win32" ? `${name}.exe` : name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here.
    }
  }
  return undefined;
}

/** Where a build of this version is kept for all checkouts of this user. */
const builtFile = () => path.join(paths.tools, `livekit-server-${livekitVersion()}`);

/**
 * The livekit-server to run: from the PATH, else built before, else built now with Go (two to three minutes, once for a user).
 * @returns {Promise<string>} the program's file
 * @throws {SetupError} when there is none and Go is missing or too old
 */
export async function findOrBuildLivekit() {
  const installed = onPath("livekit-server");
  if (installed) return installed;
  if (existsSync(builtFile())) return builtFile();
  const go = onPath("go") ?? onPath("go", "/usr/local/go/bin:/usr/lib/go/bin:/opt/homebrew/bin");
  const version = go && spawnSync(go, ["env", "GOVERSION"], { encoding: "utf8", cwd: "/" }).stdout?.trim();
  const minor = Number(/^go1\.(\d+)/.exec(version ?? "")?.[1] ?? 0);
  // Go 1.21 and newer fetch the exact compiler that the module names.
  if (!go || minor < 21)
    throw new SetupError(`LiveKit's server is missing, and ${go ? `${version} is too old to build it` : "Go, which builds it, is missing, too"}.`, "Install livekit-server (https://docs.livekit.io/home/self-hosting/local) or Go 1.24 or newer (https://go.dev/dl), or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET.");
  return buildLivekit(go);
}

/** @param {string} go @returns {Promise<string>} */
async function buildLivekit(go) {
  mkdirSync(paths.tools, { recursive: true });
  const release = await waitForLock(`${builtFile()}.lock`, () => say("Another start is building LiveKit's server; waiting for it …"));
  try {
    if (existsSync(builtFile())) return builtFile();
    say(`Building LiveKit's server ${livekitVersion()} (two to three minutes, once on this machine) …`);
    const draft = `${builtFile()}.${process.pid}`;
    await runStep("Building LiveKit's server", [go, "build", "-trimpath", "-ldflags=-s -w", "-o", draft, "github.com/livekit/livekit-server/cmd/server"], { cwd: moduleDir, log: "livekit-build", env: { CGO_ENABLED: "0", GOFLAGS: "-mod=readonly" } });
    renameSync(draft, builtFile());
    return builtFile();
  } finally {
    release();
  }
}

/**
 * Where LiveKit is, and how to sign for it.
 * @typedef {{ url: string, apiKey: string, apiSecret: string }} LivekitAccess
 */

/** A LiveKit that the environment names, or undefined when ours is to be started. @returns {LivekitAccess | undefined} */
export function givenLivekit() {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = process.env;
  if (!url) return undefined;
  if (!apiKey || !apiSecret) throw new SetupError("LIVEKIT_URL is set, but LIVEKIT_API_KEY or LIVEKIT_API_SECRET is not.", "Set all three, or none to use Parley's own server.");
  if (!/^(wss?|https?):\/\//.test(url)) throw new SetupError(`LIVEKIT_URL is not an address: ${url}.`, "It begins with ws:// or wss://.");
  return { url, apiKey, apiSecret };
}

/**
 * Writes the configuration of our own server: this machine only, nothing asked of the internet, ports remembered in `dir`.
 * @param {string} dir @returns {Promise<LivekitAccess & { port: number, configFile: string }>}
 */
export async function configureLivekit(dir) {
  const port = await freePort(Number(keep(dir, "ports.json", "livekit")) || undefined);
  keep(dir, "ports.json", "livekit", port);
  const rtcTcp = await freePort(Number(keep(dir, "ports.json", "livekitTcp")) || undefined);
  keep(dir, "ports.json", "livekitTcp", rtcTcp);
  const apiKey = `parley${keepRandom(dir, "livekit-key", 6)}`;
  const apiSecret = keepRandom(dir, "livekit-secret", 32);
  const configFile = path.join(dir, "livekit.yaml");
  const redis = process.env.REDIS_URL ? redisSection(process.env.REDIS_URL) : "";
  writePrivate(
    configFile,
    `# Written by npm start.
port: ${port}
bind_addresses: [127.0.0.1]
rtc:
  tcp_port: ${rtcTcp}
  udp_port: ${rtcTcp}
  use_external_ip: false
  node_ip: 127.0.0.1
${redis}keys:
  ${apiKey}: ${apiSecret}
logging:
  level: info
`,
  );
  return { url: `ws://127.0.0.1:${port}`, apiKey, apiSecret, port, configFile };
}

/** @param {string} address redis://… */
function redisSection(address) {
  const { host, username, password, pathname } = new URL(address);
  return `redis:\n  address: ${JSON.stringify(host)}\n${username ? `  username: ${JSON.stringify(decodeURIComponent(username))}\n` : ""}${password ? `  password: ${JSON.stringify(decodeURIComponent(password))}\n` : ""}${pathname.length > 1 ? `  db: ${Number(pathname.slice(1))}\n` : ""}`;
}
