import type { Account, Profile } from "next-auth";
import { db } from "@/lib/db";

/**
 * The user that a Google or GitHub account belongs to. An account that is not known yet is joined to the user with the same
 * e-mail, when the provider has verified it; strangers are not let in, since everybody has such an account.
 */
export async function userOfSocialSignIn(account: Account, profile: Profile | undefined): Promise<{ id: string } | null> {
  const key = { provider: account.provider, providerAccountId: account.providerAccountId };
  const known = await db().account.findUnique({ where: { provider_providerAccountId: key }, select: { user: { select: { id: true } } } });
  if (known) return known.user;
  const email = await verifiedEmail(account, profile);
  const user = email ? await db().user.findUnique({ where: { email }, select: { id: true } }) : null;
  if (user) await db().account.upsert({ where: { provider_providerAccountId: key }, create: { ...key, userId: user.id }, update: {} });
  return user;
}

async function verifiedEmail(account: Account, profile: Profile | undefined): Promise<string | null> {
  if (account.provider === "google") return profile?.email_verified === true && profile.email ? profile.email.toLowerCase() : null;
  if (account.provider !== "github" || !account.access_token) return null;
  // GitHub's profile does not say whether its public e-mail is verified; its list of e-mails does.
  const answer = await fetch("https://api.github.com/user/emails", { headers: { authorization: `Bearer ${account.access_token}`, "user-agent": "parley" }, signal: AbortSignal.timeout(8000) }).catch(() => null);
  if (!answer?.ok) return null;
  const emails = (await answer.json()) as { email: string; primary: boolean; verified: boolean }[];
  return emails.find((entry) => entry.primary && entry.verified)?.email.toLowerCase() ?? null;
}
