import type { Problem } from "@/lib/flow/problem";

/** Everything that can go wrong on purpose: HTTP status and title of each code. The code is the stable end of the problem's `type`. */
export const ERRORS = {
  bad_request: [400, "The request could not be understood"],
  unauthorized: [401, "Not signed in"],
  forbidden: [403, "Not allowed"],
  passcode_needed: [403, "A passcode is needed"],
  origin_not_allowed: [403, "Not allowed from this website"],
  not_found: [404, "Not found"],
  method_not_allowed: [405, "Method not allowed"],
  revision_conflict: [409, "Someone else saved since"],
  conflict: [409, "Conflict"],
  call_over: [409, "The call is over"],
  agent_not_published: [409, "The agent is not published"],
  link_off: [410, "The link is switched off"],
  link_expired: [410, "The link has expired"],
  link_used_up: [410, "The link has been used up"],
  too_large: [413, "Too large"],
  unsupported_media_type: [415, "Only JSON is accepted"],
  invalid: [422, "Something in the request is not valid"],
  flow_has_errors: [422, "The flow cannot work yet"],
  model_replies_ran_out: [422, "The given model replies ran out"],
  address_refused: [422, "This address is not allowed"],
  too_many_requests: [429, "Too many requests"],
  link_busy: [429, "All lines are busy"],
  internal: [500, "Something went wrong"],
  unavailable: [503, "Not available at the moment"],
} as const satisfies Record<string, readonly [number, string]>;
export type ErrorCode = keyof typeof ERRORS;

export interface ErrorDetails {
  /** For a document or a body: what is wrong where. */
  problems?: Problem[];
  /** 409 on saving: what the stored revision is. */
  revision?: number;
  retryAfterSeconds?: number;
  allow?: string[];
}

/** An error that people may see: `message` is a sentence that says what to do. Each surface shows it in its own way. */
export class ParleyError extends Error {
  override name = "ParleyError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
  get status(): number {
    return ERRORS[this.code][0];
  }
  get title(): string {
    return ERRORS[this.code][1];
  }
}

/** The same answer whether a thing does not exist or belongs to someone else. */
export function notFound(what: string): ParleyError {
  return new ParleyError("not_found", `There is no such ${what}.`);
}
