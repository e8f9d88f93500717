import { createApiKey } from "@/lib/teams/api-keys";
import { commandLineActor } from "@/lib/teams/first-run";

/** Prints a new key, alone, so that scripts can take it. */
export async function apiKeyCreate(name: string): Promise<void> {
  const { key } = await createApiKey(await commandLineActor(), name);
  process.stdout.write(`${key}\n`);
}
