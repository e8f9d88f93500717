import type { TestProject } from "vitest/node";
import { Client } from "./client";
import { ownerOf } from "./studio";
import { startSystem, type System } from "./system";

declare module "vitest" {
  interface ProvidedContext {
    url: string;
    key: string;
    data: string;
    owner: { email: string; password: string };
  }
}

/** One system for all tests that do not need one of their own: started before the first, stopped after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const system: System = await startSystem();
  const client = await Client.of(system);
  project.provide("url", system.url);
  project.provide("key", client.key);
  project.provide("data", system.data);
  project.provide("owner", await ownerOf(system));
  return async () => {
    await system.stop();
  };
}
