import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { BrandMark } from "@/components/shell/brand";
import { socialProviders } from "@/lib/auth/settings";
import { currentMember } from "@/lib/teams/current-member";
import { load } from "../load";
import { signInWithPassword, signInWithProvider } from "./actions";
import { safeReturn } from "./safe-return";

export const metadata: Metadata = { title: "Sign in" };
export const dynamic = "force-dynamic";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams;
  const returnTo = safeReturn(callbackUrl);
  if (await load(currentMember())) redirect(returnTo);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-5 py-10">
      <div className="mb-8 flex flex-col items-center text-center">
        <BrandMark className="size-11" />
        <h1 className="mt-4 text-xl font-semibold">Sign in to Parley</h1>
        <p className="mt-1 text-sm text-muted-foreground">Draw a conversation, talk to it, put it on a phone number.</p>
      </div>
      <SignInForm
        action={signInWithPassword}
        returnTo={returnTo}
        initialError={typeof error === "string" ? error : null}
        providers={socialProviders().map(({ id, label }) => ({ id, label, action: signInWithProvider.bind(null, id, returnTo) }))}
      />
    </main>
  );
}
