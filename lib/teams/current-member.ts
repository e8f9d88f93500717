import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { memberOfHeaders, type Member } from "@/lib/auth/session-token";

export type { Member };

/** For pages and server actions: who is signed in; null when nobody is. */
export async function currentMember(): Promise<Member | null> {
  return memberOfHeaders(await headers());
}

/** For pages and server actions: who is signed in; others are sent to the sign-in page and come back afterwards. */
export async function requireMember(returnTo?: string): Promise<Member> {
  const member = await currentMember();
  if (!member) redirect(`/sign-in${returnTo ? `?callbackUrl=${encodeURIComponent(returnTo)}` : ""}`);
  return member;
}
