import { Badge } from "@/components/ui/badge";
import type { CallStatus } from "@/lib/calls/call-view";
import { STATUS_WORDS } from "./words";

const VARIANTS = { queued: "secondary", ringing: "warning", live: "default", ended: "outline", failed: "destructive" } as const;

export function CallStatusBadge({ status }: { status: CallStatus }) {
  return (
    <Badge variant={VARIANTS[status]}>
      {status === "live" ? <span aria-hidden className="size-1.5 animate-pulse rounded-full bg-primary" /> : null}
      {STATUS_WORDS[status]}
    </Badge>
  );
}
