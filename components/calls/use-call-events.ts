"use client";

import { useEffect, useMemo, useState } from "react";
import type { CallStatus } from "@/lib/calls/call-view";
import type { CallEvent } from "@/lib/calls/protocol";

interface Followed {
  events: CallEvent[];
  status: CallStatus;
  /** The stream is interrupted; the browser is trying again. */
  away: boolean;
}

/** A call's events, and while it runs those that come, as they happen. Starts from what the server rendered. */
export function useCallEvents(callId: string, initial: CallEvent[], initialStatus: CallStatus): Followed {
  const [added, setAdded] = useState<CallEvent[]>([]);
  const [status, setStatus] = useState(initialStatus);
  const [away, setAway] = useState(false);
  const running = status === "queued" || status === "ringing" || status === "live";
  const last = initial.at(-1)?.seq ?? -1;

  useEffect(() => {
    if (!running) return;
    const stream = new EventSource(`/api/v1/calls/${encodeURIComponent(callId)}/events?cursor=${last}`);
    stream.addEventListener("call", (message) => {
      const event = JSON.parse((message as MessageEvent<string>).data) as CallEvent;
      setAdded((before) => [...before, event]);
      setStatus((before) => (before === "queued" || before === "ringing" ? "live" : before));
    });
    stream.addEventListener("over", (message) => {
      setStatus((JSON.parse((message as MessageEvent<string>).data) as { status: CallStatus }).status);
      stream.close();
    });
    stream.onopen = () => setAway(false);
    stream.onerror = () => setAway(true);
    return () => stream.close();
  }, [callId, last, running]);

  const events = useMemo(() => [...initial, ...added], [initial, added]);
  return { events, status, away: away && running };
}
