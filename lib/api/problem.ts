import { ERRORS, ParleyError, type ErrorCode } from "@/lib/errors";
import { isDatabaseOutage } from "@/lib/db/outage";

/** RFC 9457. `type` is stable: "urn:parley:problem:revision_conflict". */
export function problemResponse(error: ParleyError): Response {
  const { problems, revision, retryAfterSeconds, allow } = error.details;
  const body = {
    type: problemType(error.code),
    title: error.title,
    status: error.status,
    detail: error.message,
    ...(problems ? { problems } : {}),
    ...(revision === undefined ? {} : { revision }),
  };
  const headers: Record<string, string> = { "content-type": "application/problem+json", "cache-control": "no-store" };
  if (retryAfterSeconds) headers["retry-after"] = String(retryAfterSeconds);
  if (allow) headers.allow = allow.join(", ");
  if (error.status === 401) headers["www-authenticate"] = 'Bearer realm="parley"';
  return new Response(JSON.stringify(body), { status: error.status, headers });
}

export function problemType(code: ErrorCode): string {
  return `urn:parley:problem:${code}`;
}

/** Any error as one that people may see: never a stack, a query or a path. Unknown ones are logged. */
export function asParleyError(error: unknown): ParleyError {
  if (error instanceof ParleyError) return error;
  if (isDatabaseOutage(error)) return new ParleyError("unavailable", "The database does not answer at the moment. Calls that run go on; try again in a few seconds.", { retryAfterSeconds: 3 }, { cause: error });
  console.error("[api]", error instanceof Error ? (error.stack ?? error.message) : String(error));
  return new ParleyError("internal", "Something went wrong on our side. Try again; if it stays, look into the log of the web app.", {}, { cause: error });
}

export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];
