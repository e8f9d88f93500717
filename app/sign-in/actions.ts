"use server";

import { AuthError, CredentialsSignin } from "next-auth";
import { signIn } from "@/lib/auth";
import { safeReturn } from "./safe-return";

export interface SignInState {
  error: string | null;
  email: string;
}

/** Signs in with e-mail and password; goes to where the visitor wanted to be, or answers why not. */
export async function signInWithPassword(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get("email") ?? "");
  const password = String(form.get("password") ?? "");
  try {
    await signIn("credentials", { email, password, redirectTo: safeReturn(form.get("returnTo")) });
    return { error: null, email };
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    return { error: error instanceof CredentialsSignin ? error.code : "internal", email };
  }
}

export async function signInWithProvider(provider: string, returnTo: string): Promise<void> {
  await signIn(provider, { redirectTo: safeReturn(returnTo) });
}
