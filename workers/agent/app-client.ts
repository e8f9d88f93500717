import type { Brief, CallEvent, ClaimRequest, EventReceipt } from "@/lib/calls/protocol";
import { signatureHeaders } from "@/lib/calls/sign";

/** The app answered, and the answer was no: asking again would not help. */
export class Refused extends Error {
  override name = "Refused";
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

const CLAIM_TIMEOUT_MS = 5_000;
const EVENTS_TIMEOUT_MS = 8_000;

/** Takes a call for a job. Only the worker's main process can: it alone has the worker key. Rejects with `Refused` or a network error. */
export async function claimCall(appUrl: string, workerKey: string, request: ClaimRequest): Promise<Brief> {
  const body = JSON.stringify(request);
  return (await post(`${appUrl}/api/worker/calls/claim`, body, signatureHeaders(workerKey, body), CLAIM_TIMEOUT_MS)) as Brief;
}

/** Sends events of one call; an empty list is a sign of life. `token` is the brief's, good for this call and attempt only. */
export async function sendEvents(appUrl: string, callId: string, token: string, events: CallEvent[]): Promise<EventReceipt> {
  const url = `${appUrl}/api/worker/calls/${encodeURIComponent(callId)}/events`;
  return (await post(url, JSON.stringify({ events }), { authorization: `Bearer ${token}` }, EVENTS_TIMEOUT_MS)) as EventReceipt;
}

async function post(url: string, body: string, headers: Record<string, string>, timeoutMs: number): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
    signal: AbortSignal.timeout(timeoutMs),
    redirect: "error",
  });
  if (response.ok) return await response.json();
  const text = await response.text().catch(() => "");
  const message = `the app answered ${response.status} ${text.slice(0, 200)}`;
  // 408, 425 and 429 ask to come again; other 4xx are final.
  if (response.status >= 400 && response.status < 500 && ![408, 425, 429].includes(response.status)) throw new Refused(response.status, message);
  throw new Error(message);
}
