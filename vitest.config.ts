import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Unit tests, beside their source. What needs the whole system has vitest.system.config.ts. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: { include: ["{lib,workers,app,components,scripts,bench}/**/*.test.{ts,tsx,mjs}"], environment: "node" },
});
