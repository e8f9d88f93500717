import { watchCall } from "@/lib/calls/watch-call";
import type { ParleyError } from "@/lib/errors";
import type { Actor } from "@/lib/teams/actor";
import { asParleyError } from "./problem";

/**
 * A call's events as Server-Sent Events: `event: call` with the event as data and its number as id, then `event: over`. The
 * browser's EventSource reconnects by itself and says with Last-Event-ID where to go on.
 * @throws ParleyError not_found before the stream begins
 */
export async function eventStream(actor: Actor, callId: string, cursor: number | undefined, request: Request): Promise<Response> {
  const last = request.headers.get("last-event-id");
  const after = last !== null && /^\d{1,9}$/.test(last) ? Number(last) : (cursor ?? -1);
  const stop = new AbortController();
  request.signal.addEventListener("abort", () => stop.abort());
  const items = watchCall(actor, callId, { after, signal: stop.signal });
  // The first look happens here, so that a call of someone else is a 404 and not an empty stream.
  let first: Awaited<ReturnType<typeof items.next>> | null = await items.next();
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = first ?? (await items.next());
        first = null;
        if (done) return controller.close();
        if (value.kind === "event") controller.enqueue(text.encode(`id: ${value.event.seq}\nevent: call\ndata: ${JSON.stringify(value.event)}\n\n`));
        else if (value.kind === "idle") controller.enqueue(text.encode(": still here\n\n"));
        else controller.enqueue(text.encode(`event: over\ndata: ${JSON.stringify({ status: value.status, endReason: value.endReason })}\n\n`));
      } catch (error) {
        // The page reconnects and goes on after the last event.
        const known: ParleyError = asParleyError(error);
        controller.enqueue(text.encode(`event: problem\ndata: ${JSON.stringify({ message: known.message })}\n\n`));
        controller.close();
      }
    },
    async cancel() {
      stop.abort();
      await items.return(undefined);
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform", "x-accel-buffering": "no" } });
}
