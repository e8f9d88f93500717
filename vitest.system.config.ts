import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests of the whole system: real processes, a real browser, real audio. One after the other, since they share two cores. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["tests/**/*.test.ts"],
    environment: "node",
    // One running Parley for the tests that need none of their own.
    globalSetup: ["tests/support/shared-system.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    // Starting a system for the first time builds the web app.
    hookTimeout: 900_000,
    teardownTimeout: 60_000,
  },
});
