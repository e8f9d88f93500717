import { ParleyError } from "@/lib/errors";
import { authenticate } from "./authenticate";
import type { Endpoint, Method } from "./endpoint";
import { endpoints } from "./endpoints";
import { publicOrigin } from "./origin";
import { asParleyError, problemResponse } from "./problem";
import { check, parseJson, readText } from "./read-body";
import { throttle } from "./throttle";

interface Compiled {
  endpoint: Endpoint;
  segments: string[];
}
const compiled: Compiled[] = endpoints.map((endpoint) => ({ endpoint, segments: endpoint.path.split("/").slice(1) }));

/** Answers any request below /api. Never throws: every error is a problem document. */
export async function answer(request: Request): Promise<Response> {
  try {
    return await dispatch(request);
  } catch (error) {
    return problemResponse(asParleyError(error));
  }
}

async function dispatch(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const { endpoint, params } = find(request.method === "HEAD" ? "GET" : request.method, url.pathname);
  const actor = endpoint.auth === "member" ? await authenticate(request) : null;
  if (actor) throttle(actor.apiKeyId ?? actor.userId ?? "");
  const rawBody = request.method === "GET" || request.method === "HEAD" ? "" : await readText(request, endpoint.maxBodyBytes);
  const call = {
    actor,
    params: endpoint.params ? check(endpoint.params, params, "address") : params,
    query: endpoint.query ? check(endpoint.query, Object.fromEntries(url.searchParams), "query") : undefined,
    body: bodyOf(endpoint, rawBody, request),
    request,
    origin: publicOrigin(request),
    rawBody,
  };
  const result = await (endpoint.handle as (call: unknown) => Promise<unknown>)(call);
  if (result instanceof Response) return result;
  if (result === undefined) return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
  return new Response(JSON.stringify(result), { status: endpoint.status ?? 200, headers: { "content-type": "application/json", "cache-control": "no-store", "x-content-type-options": "nosniff" } });
}

function bodyOf(endpoint: Endpoint, rawBody: string, request: Request): unknown {
  if (!endpoint.body) return undefined;
  if (rawBody === "" && endpoint.bodyOptional) return check(endpoint.body, {}, "body");
  return check(endpoint.body, parseJson(rawBody, request), "body");
}

/** @throws ParleyError not_found, method_not_allowed */
function find(method: string, pathname: string): { endpoint: Endpoint; params: Record<string, string> } {
  const parts = pathname.replace(/\/+$/, "").split("/").slice(1);
  const allow: Method[] = [];
  for (const { endpoint, segments } of compiled) {
    const params = match(segments, parts);
    if (!params) continue;
    if (endpoint.method === method) return { endpoint, params };
    allow.push(endpoint.method);
  }
  if (allow.length > 0) throw new ParleyError("method_not_allowed", `Here only ${allow.join(", ")} can be asked.`, { allow });
  throw new ParleyError("not_found", "There is nothing at this address. /api/v1/openapi.json describes what there is.");
}

function match(segments: string[], parts: string[]): Record<string, string> | null {
  if (segments.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [i, segment] of segments.entries()) {
    const part = parts[i] ?? "";
    if (!segment.startsWith("{")) {
      if (segment !== part) return null;
      continue;
    }
    const value = decode(part);
    if (!value || value.includes("\0")) return null;
    params[segment.slice(1, -1)] = value;
  }
  return params;
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
