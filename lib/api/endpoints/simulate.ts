import { z } from "zod";
import { simulateAgent } from "@/lib/agents/simulate-agent";
import { apiEndpoint } from "../endpoint";
import { idParams, time, values } from "../schemas";

const turn = z.union([
  z.strictObject({ say: z.string().max(2000), understood: z.boolean().optional() }),
  z.strictObject({ press: z.string().min(1).max(64).regex(/^[0-9*#A-D]+$/, "Keys are 0-9, * and #") }),
  z.strictObject({ silence: z.number().min(0).max(86_400).describe("seconds") }),
]);
/** Also what `parley simulate` reads. */
export const simulateBody = z.strictObject({
  version: z.union([z.enum(["draft", "latest"]), z.number().int().min(1).max(1_000_000_000)]).optional(),
  turns: z.array(turn).max(500),
  variables: values.optional(),
  toolResults: z.record(z.string().max(64), z.array(z.strictObject({ success: z.boolean(), result: z.unknown() })).max(100)).optional(),
  model: z.array(z.string().max(20_000)).max(500).optional(),
  now: z.iso.datetime({ offset: true }).optional(),
  timezone: z.string().max(64).optional(),
});
const line = z.object({ role: z.enum(["agent", "caller"]), text: z.string(), at: time, node: z.string(), interrupted: z.boolean().optional(), understood: z.boolean().optional(), keys: z.string().optional() });

export const simulateEndpoints = [
  apiEndpoint({
    method: "POST", path: "/api/v1/agents/{id}/simulate", tag: "Agents", summary: "Run a call in text, on the engine that real calls run on", errors: ["not_found", "invalid", "model_replies_ran_out", "agent_not_published"],
    params: idParams, body: simulateBody,
    answer: z.object({ path: z.array(z.string()), variables: values, transcript: z.array(line), trace: z.array(z.looseObject({})), ended: z.looseObject({}).nullable() }),
    handle: ({ actor, params, body: input }) => simulateAgent(actor, params.id, input),
  }),
];
