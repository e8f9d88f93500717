import { derivedKey } from "@/lib/credentials/master-secret";
import { ParleyError } from "@/lib/errors";
import { isSigned } from "./sign";

/** The key that workers sign with. The same derivation as `npm start`'s. */
function workerKey(): string {
  return process.env.PARLEY_WORKER_KEY || derivedKey("worker").toString("hex");
}

/** @throws ParleyError unauthorized when the request was not signed by a worker of ours just now */
export function requireWorkerSignature(headers: Headers, rawBody: string): void {
  if (!isSigned(workerKey(), headers, rawBody)) throw new ParleyError("unauthorized", "The signature is not valid. Do worker and app have the same PARLEY_WORKER_KEY, and the same time?");
}
