import type { Metadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import { CallerPage } from "@/components/call/caller-page";
import { LinkNotice } from "@/components/call/link-notice";
import { linkProblem } from "@/components/call/share-api";
import { publicLivekitUrl } from "@/lib/calls/livekit";
import { resolveShareLink } from "@/lib/share-links/resolve-share-link";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ token: string }> };
const find = cache(resolveShareLink);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await find((await params).token);
  // Links are secrets: search engines keep out, and other websites do not learn the address.
  return { title: page ? `Call ${page.agentName}` : "No such link", robots: { index: false, follow: false }, referrer: "no-referrer" };
}

export default async function CallRoute({ params }: Props) {
  const { token } = await params;
  const page = await find(token);
  if (!page) return <LinkNotice problem={linkProblem("not_found", 404)} />;
  if (page.closed) return <LinkNotice problem={linkProblem(page.closed.code, 410)} />;
  return <CallerPage token={token} agentName={page.agentName} passcodeNeeded={page.passcodeNeeded} serverUrl={publicLivekitUrl((await headers()).get("host"))} />;
}
