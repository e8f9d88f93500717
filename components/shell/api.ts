import type { Problem } from "@/lib/flow/problem";

/** An answer of /api that is no success, as RFC 9457 says it. `message` is a sentence for people. */
export class ApiError extends Error {
  override name = "ApiError";
  constructor(readonly status: number, readonly code: string, message: string, readonly problems: Problem[] = []) {
    super(message);
  }
}

/** Asks our own API as the signed-in member. `path` below /api/v1. @throws ApiError; also when the network is away (status 0) */
export async function api<T = unknown>(path: string, options: { method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"; body?: unknown; signal?: AbortSignal } = {}): Promise<T> {
  const { method = "GET", body, signal } = options;
  let answer: Response;
  try {
    answer = await fetch(`/api/v1${path}`, {
      method,
      signal,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, "offline", "Parley does not answer. Check your network, and whether it is still running.");
  }
  const text = await answer.text();
  const value = text ? (parse(text) as T & { type?: string; detail?: string; title?: string; problems?: Problem[] }) : undefined;
  if (answer.ok) return value as T;
  if (answer.status === 401) window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(window.location.pathname + window.location.search)}`);
  throw new ApiError(answer.status, value?.type?.split(":").at(-1) ?? "", value?.detail ?? value?.title ?? "Something went wrong. Try again.", value?.problems);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What to show of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : "Something went wrong. Try again.";
}
