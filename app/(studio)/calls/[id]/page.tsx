import { ArrowLeftIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { CallView } from "@/components/calls/call-view";
import { Page } from "@/components/shell/page";
import { getCall, getCallPlan } from "@/lib/calls/get-call";
import { listEvents } from "@/lib/calls/watch-call";
import { load, studioMember } from "../../../load";

export const metadata: Metadata = { title: "Call" };

/** Calls are limited in length; this is only so that a broken one cannot fill the page. */
const MOST_EVENTS = 20_000;

export default async function CallPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await studioMember(`/calls/${id}`);
  const [call, plan, events] = await load(Promise.all([getCall(member, id), getCallPlan(member, id), listEvents(member, id, -1, MOST_EVENTS)]));
  return (
    <Page title={call.agentName} back={<Link href="/calls" className="inline-flex items-center gap-1.5 rounded text-muted-foreground hover:text-foreground"><ArrowLeftIcon className="size-3.5" aria-hidden />Calls</Link>}>
      <CallView key={call.id} call={call} plan={plan} events={events} />
    </Page>
  );
}
