import type { z } from "zod";
import { ParleyError } from "@/lib/errors";
import type { Problem } from "@/lib/flow/problem";

const DEFAULT_MAX_BYTES = 4 * 1024 * 1024;

/** The request's body as text, never more than `maxBytes` of it. @throws ParleyError too_large, bad_request */
export async function readText(request: Request, maxBytes = DEFAULT_MAX_BYTES): Promise<string> {
  const tooLarge = () => new ParleyError("too_large", `The body may have ${Math.floor(maxBytes / 1024)} KiB at most.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > maxBytes) throw tooLarge();
    pieces.push(piece);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new ParleyError("bad_request", "The body is not UTF-8 text.");
  }
}

/** @throws ParleyError bad_request, unsupported_media_type */
export function parseJson(text: string, request: Request): unknown {
  const type = request.headers.get("content-type") ?? "";
  // Also a guard: a form on another website can send text, but not JSON.
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type)) throw new ParleyError("unsupported_media_type", "Send JSON, with `Content-Type: application/json`.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ParleyError("bad_request", `The body is not JSON: ${error instanceof Error ? error.message.slice(0, 200) : "unreadable"}`);
  }
  // PostgreSQL cannot store it, and nobody means it.
  if (/\\u0000/.test(text) || text.includes("\0")) throw new ParleyError("bad_request", "The body has a NUL character (\\u0000) in it.");
  return value;
}

/** @throws ParleyError invalid with one problem for each field that is wrong */
export function check<T extends z.ZodType>(schema: T, value: unknown, where: string): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems: Problem[] = result.error.issues.slice(0, 50).map((issue) => ({
    field: issue.path.map(String).join("."),
    severity: "error",
    rule: "invalid-request",
    message: issue.message,
    fix: `Correct ${issue.path.length > 0 ? `"${issue.path.map(String).join(".")}"` : `the ${where}`} as the API's description says (/api/v1/openapi.json).`,
  }));
  const first = problems[0];
  throw new ParleyError("invalid", `The ${where} is not valid${first ? `: ${first.field ? `${first.field}: ` : ""}${first.message}` : "."}`, { problems });
}
