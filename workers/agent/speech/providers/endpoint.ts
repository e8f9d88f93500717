import ipaddr from "ipaddr.js";
import OpenAI from "openai";
import { Agent, fetch as undiciFetch, type RequestInit as UndiciRequestInit } from "undici";
import { checkAddress } from "@/lib/net/safe-fetch";

/** Where a provider is and what opens it, as the brief of a call has it. */
export interface Endpoint {
  baseUrl: string;
  /** Absent for endpoints that want none, like Ollama's. */
  apiKey?: string;
}

const CONNECT_TIMEOUT_MS = 5000;
const ANSWER_TIMEOUT_MS = 15_000;
/** Some clients refuse to work without a key; endpoints that want none ignore it. Never the environment's key. */
const NO_KEY = "none";

/**
 * A client for an OpenAI-compatible endpoint. A user typed its address: every request goes to an address that was
 * judged just before (see `checkAddress`), connections are kept open for the call, redirects are not followed.
 */
export function openClient({ baseUrl, apiKey }: Endpoint): OpenAI {
  const agents = new Map<string, Agent>();

  const guardedFetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { target, address } = await checkAddress(request.url);
    let dispatcher = agents.get(address);
    if (!dispatcher) {
      const family = ipaddr.parse(address).kind() === "ipv6" ? 6 : 4;
      dispatcher = new Agent({
        keepAliveTimeout: 60_000,
        connect: {
          timeout: CONNECT_TIMEOUT_MS,
          lookup: (_host, asked, done) => (asked.all ? (done as unknown as (e: null, all: object[]) => void)(null, [{ address, family }]) : done(null, address, family)),
        },
      });
      agents.set(address, dispatcher);
    }
    // Read here because undici's own `fetch` does not know Node's FormData; a body is one utterance or one chat at most.
    const body = request.method === "GET" ? undefined : new Uint8Array(await request.arrayBuffer());
    const guarded: UndiciRequestInit = { method: request.method, headers: [...request.headers], body, redirect: "error", signal: request.signal, dispatcher };
    return (await undiciFetch(target, guarded)) as unknown as Response;
  };

  return new OpenAI({ baseURL: baseUrl.replace(/\/+$/, ""), apiKey: apiKey || NO_KEY, organization: null, project: null, maxRetries: 0, timeout: ANSWER_TIMEOUT_MS, fetch: guardedFetch as typeof fetch });
}

/** What went wrong, fit for the user: no key, nothing that was said. */
export function describeFailure(cause: unknown, { baseUrl }: Endpoint): string {
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
  // The plugins wrap the client's errors in their own, which call it otherwise.
  const { status = undefined, statusCode = undefined } = (cause ?? {}) as { status?: unknown; statusCode?: unknown };
  return describeStatus(host, status ?? statusCode) ?? describeCause(host, cause);
}

function describeStatus(host: string, status: unknown): string | null {
  if (status === 401 || status === 403) return `${host} does not accept the key.`;
  if (status === 404) return `${host} does not know this model or address.`;
  if (status === 429) return `${host} refuses more requests at the moment.`;
  return typeof status === "number" && status > 0 ? `${host} answered with an error (${status}).` : null;
}

function describeCause(host: string, cause: unknown): string {
  const inner = [cause, (cause as { cause?: unknown } | null)?.cause].find((error) => (error as { code?: unknown } | null)?.code === "address_refused");
  return inner instanceof Error ? inner.message : `${host} does not answer.`;
}
