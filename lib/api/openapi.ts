import { z } from "zod";
import { ERRORS, type ErrorCode } from "@/lib/errors";
import { flowJsonSchema } from "@/lib/flow";
import type { Endpoint } from "./endpoint";
import { endpoints } from "./endpoints";
import { problemType, ERROR_CODES } from "./problem";
import { problem } from "./schemas";
import { APP_VERSION } from "./version";

type Json = Record<string, unknown>;

/** Paths that belong to Parley's own parts: callers' pages and workers. They may change together with those. */
const INTERNAL = new Set(["Callers", "Workers"]);

/** OpenAPI 3.1 of the public interface, made from the schemas that judge the requests. */
export function openApiDocument(origin: string): Json {
  const components: Record<string, unknown> = {};
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    if (INTERNAL.has(endpoint.tag)) continue;
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint, components);
  }
  const { $schema: _dialect, ...flow } = flowJsonSchema() as Json;
  components.FlowDocument = flow;
  components.Problem = schemaOf(problem, "output", components, true);
  components.Error = errorSchema();
  return {
    openapi: "3.1.0",
    info: {
      title: "Parley",
      version: APP_VERSION,
      description:
        "Build, publish and call voice agents. Times are ISO 8601 UTC; durations say their unit in the name. Lists answer `{items, nextCursor}` and take `cursor`, `limit` and filters by field name, newest first. Errors are RFC 9457 problem documents with a stable `type`.",
    },
    servers: [{ url: origin }],
    security: [{ apiKey: [] }],
    tags: [...new Set(Object.values(endpoints).map((endpoint) => endpoint.tag))].filter((tag) => !INTERNAL.has(tag)).map((name) => ({ name })),
    paths,
    components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer", description: "npm run -s parley -- api-key create --name NAME" } }, schemas: components },
  };
}

function operation(endpoint: Endpoint, components: Json): Json {
  const status = String(endpoint.answer ? (endpoint.status ?? 200) : (endpoint.status ?? 204));
  return {
    operationId: operationId(endpoint),
    summary: endpoint.summary,
    tags: [endpoint.tag],
    ...(endpoint.auth === "own" ? { security: [] } : {}),
    parameters: [...parameters(endpoint.params, "path", components), ...parameters(endpoint.query, "query", components)],
    ...(endpoint.body ? { requestBody: { required: !endpoint.bodyOptional, content: { "application/json": { schema: schemaOf(endpoint.body, "input", components) } } } } : {}),
    responses: {
      [status]: { description: "Success", ...(endpoint.answer ? { content: { "application/json": { schema: schemaOf(endpoint.answer, "output", components) } } } : {}) },
      ...errorResponses(endpoint),
    },
  };
}

/** "POST /api/v1/agents/{id}/publish" → "post_agents_id_publish": stable, and good enough as a name for generated clients. */
function operationId({ method, path }: Endpoint): string {
  return `${method.toLowerCase()}_${path.replace(/^\/api\/(v1\/)?/, "").replace(/[{}]/g, "").replace(/[^a-zA-Z0-9]+/g, "_")}`;
}

function parameters(schema: z.ZodType | undefined, where: "path" | "query", components: Json): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input", components, true) as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({ name, in: where, required: where === "path" || required.includes(name), schema: property }));
}

function errorResponses(endpoint: Endpoint): Json {
  const codes = [...(endpoint.errors ?? []), ...(endpoint.auth === "member" ? ["unauthorized", "forbidden", "too_many_requests"] : []), ...(endpoint.body ? ["bad_request", "invalid"] : []), "unavailable"] as ErrorCode[];
  const byStatus = new Map<number, Set<ErrorCode>>();
  for (const code of codes) byStatus.set(ERRORS[code][0], (byStatus.get(ERRORS[code][0]) ?? new Set()).add(code));
  return Object.fromEntries(
    [...byStatus].map(([status, set]) => [
      String(status),
      { description: [...set].map((code) => `${ERRORS[code][1]} (\`${problemType(code)}\`)`).join("; "), content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Error" } } } },
    ]),
  );
}

/** Schemas that have a name (`meta({ref})`) become references to components. */
function schemaOf(schema: z.ZodType, io: "input" | "output", components: Json, inline = false): unknown {
  const { $schema: _dialect, ...result } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const named = zodSchema as unknown as z.ZodType;
      const ref = z.globalRegistry.get(named)?.ref;
      if (typeof ref !== "string" || (inline && named === schema)) return;
      if (!(ref in components) && ref !== "FlowDocument") {
        components[ref] = null;
        components[ref] = schemaOf(named, io, components, true);
      }
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Json)[key];
      jsonSchema.$ref = `#/components/schemas/${ref}`;
    },
  });
  delete (result as Json).ref;
  return result;
}

function errorSchema(): Json {
  return {
    type: "object",
    required: ["type", "title", "status", "detail"],
    properties: {
      type: { type: "string", enum: ERROR_CODES.map(problemType) },
      title: { type: "string" },
      status: { type: "integer" },
      detail: { type: "string", description: "What is wrong and what to do, in a sentence" },
      problems: { type: "array", items: { $ref: "#/components/schemas/Problem" } },
      revision: { type: "integer", description: "On a revision conflict: the stored revision" },
    },
  };
}
