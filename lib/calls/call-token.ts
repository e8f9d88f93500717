import { createHmac, timingSafeEqual } from "node:crypto";
import { derivedKey } from "@/lib/credentials/master-secret";

/** A worker's token for the events of one call and one attempt. Made from the master secret, so nothing is stored. */
export function callToken(callId: string, attempt: number): string {
  return `${callId}.${attempt}.${mac(callId, attempt)}`;
}

/** The attempt that a token is for; null when it is not valid for this call. */
export function attemptOfToken(token: string, callId: string): number | null {
  const [id, number, given] = token.split(".");
  const attempt = Number(number);
  if (id !== callId || !given || !Number.isSafeInteger(attempt)) return null;
  const expected = Buffer.from(mac(callId, attempt));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? attempt : null;
}

function mac(callId: string, attempt: number): string {
  return createHmac("sha256", derivedKey("call-token")).update(`${callId}.${attempt}`).digest("base64url");
}
