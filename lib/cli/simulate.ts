import { simulateAgent, type SimulateInput } from "@/lib/agents/simulate-agent";
import { check } from "@/lib/api/read-body";
import { simulateBody } from "@/lib/api/endpoints/simulate";
import { commandLineActor } from "@/lib/teams/first-run";
import { agentNamed } from "./find-agent";
import { readJson } from "./read-file";

/** Runs a call in text and prints what came of it, as POST /simulate answers. */
export async function simulateFile(given: string, file: string): Promise<void> {
  const input = check(simulateBody, await readJson(file), "file") as SimulateInput;
  const actor = await commandLineActor();
  const { id } = await agentNamed(actor, given);
  process.stdout.write(`${JSON.stringify(await simulateAgent(actor, id, input), null, 2)}\n`);
}
