import { fileURLToPath } from "node:url";
import { AgentServer, ServerOptions, initializeLogger } from "@livekit/agents";

/** The worker of the peer. Its address, key and name come from the environment, as run.ts sets it. */
initializeLogger({ pretty: false, level: "error" });
const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET, BENCH_AGENT_NAME, BENCH_HEALTH_PORT } = process.env;
const server = new AgentServer(
  new ServerOptions({
    agent: fileURLToPath(new URL("./bare-livekit.entry.ts", import.meta.url)),
    agentName: BENCH_AGENT_NAME ?? "bench-bare",
    wsURL: LIVEKIT_URL ?? "",
    apiKey: LIVEKIT_API_KEY ?? "",
    apiSecret: LIVEKIT_API_SECRET ?? "",
    port: Number(BENCH_HEALTH_PORT),
    host: "127.0.0.1",
    production: true,
    numIdleProcesses: 1,
    initializeProcessTimeout: 60_000,
    loadFunc: async () => 0,
    logLevel: "error",
  }),
);
process.on("SIGTERM", () => void server.close().finally(() => process.exit(0)));
await server.run();
