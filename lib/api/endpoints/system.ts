import { z } from "zod";
import { importDocument } from "@/lib/agents/import-document";
import { flowJsonSchema } from "@/lib/flow";
import { templates } from "@/lib/templates";
import { health } from "../health";
import { apiEndpoint, openEndpoint } from "../endpoint";
import { documentBody, page } from "../schemas";

const check = z.enum(["ok", "down", "off"]);

export const systemEndpoints = [
  openEndpoint({
    method: "GET", path: "/api/health", tag: "System", summary: "Is everything ready? No key; 503 when not",
    answer: z.object({ status: z.enum(["ok", "unavailable"]), version: z.string(), checks: z.object({ database: check, livekit: check, worker: check, phone: check }) }),
    handle: health,
  }),
  openEndpoint({
    method: "GET", path: "/api/health/live", tag: "System", summary: "Does the web app itself answer? Asks nothing else",
    answer: z.object({ status: z.literal("ok") }),
    handle: async () => ({ status: "ok" }),
  }),
  openEndpoint({
    method: "GET", path: "/api/v1/flow-schema", tag: "System", summary: "JSON Schema of the flow document", answer: z.looseObject({}),
    handle: async () => flowJsonSchema(),
  }),
  openEndpoint({
    method: "GET", path: "/api/v1/openapi.json", tag: "System", summary: "This description", answer: z.looseObject({}),
    // Imported when asked: it describes this very list.
    handle: async ({ origin }) => (await import("../openapi")).openApiDocument(origin),
  }),
  apiEndpoint({
    method: "GET", path: "/api/v1/templates", tag: "System", summary: "Starting points: whole flows that work without any key",
    answer: page(z.object({ id: z.string(), name: z.string(), description: z.string(), icon: z.string(), trySaying: z.array(z.string()), document: documentBody })),
    handle: async () => ({ items: templates, nextCursor: null }),
  }),
  apiEndpoint({
    method: "POST", path: "/api/v1/import", tag: "System", summary: "Turn a file into a flow document, and say what could not be carried over", errors: ["invalid"],
    body: z.strictObject({ format: z.string().max(50).optional(), document: z.union([documentBody, z.string().max(4_000_000)]) }),
    answer: z.object({ document: documentBody, notCarriedOver: z.array(z.object({ what: z.string(), where: z.string(), why: z.string() })) }),
    handle: async ({ body }) => importDocument(body.document, body.format),
  }),
];
