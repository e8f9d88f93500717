import { createHmac, timingSafeEqual } from "node:crypto";

/** How far the clocks of a worker and the app may be apart; an older request is a replay. */
export const SIGNATURE_WINDOW_MS = 5 * 60_000;
export const TIME_HEADER = "x-parley-time";
export const SIGNATURE_HEADER = "x-parley-signature";

/** Headers for a request of a worker: HMAC-SHA256 over "<unix ms>.<raw body>" with the worker key, in hex. */
export function signatureHeaders(workerKey: string, rawBody: string, now: number = Date.now()): Record<string, string> {
  return { [TIME_HEADER]: String(now), [SIGNATURE_HEADER]: signatureOf(workerKey, String(now), rawBody) };
}

/** True when the request was signed with this key not long ago. Takes the same time for every wrong signature. */
export function isSigned(
  workerKey: string,
  headers: { get(name: string): string | null },
  rawBody: string,
  now: number = Date.now(),
): boolean {
  const time = headers.get(TIME_HEADER) ?? "";
  const signature = headers.get(SIGNATURE_HEADER) ?? "";
  if (workerKey === "" || !/^\d{1,15}$/.test(time) || !/^[0-9a-f]{64}$/.test(signature)) return false;
  if (Math.abs(now - Number(time)) > SIGNATURE_WINDOW_MS) return false;
  const expected = Buffer.from(signatureOf(workerKey, time, rawBody), "hex");
  return timingSafeEqual(expected, Buffer.from(signature, "hex"));
}

function signatureOf(workerKey: string, time: string, rawBody: string): string {
  return createHmac("sha256", workerKey).update(`${time}.${rawBody}`).digest("hex");
}
