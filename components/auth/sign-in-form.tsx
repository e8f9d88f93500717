"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { signInError } from "./sign-in-errors";

interface State {
  error: string | null;
  email: string;
}

/** E-mail and password, and the providers that are configured. */
export function SignInForm({ action, returnTo, initialError, providers }: {
  action: (before: State, form: FormData) => Promise<State>;
  returnTo: string;
  initialError: string | null;
  providers: { id: string; label: string; action: () => Promise<void> }[];
}) {
  const [state, submit, pending] = useActionState(action, { error: initialError, email: "" });
  return (
    <div className="grid gap-5">
      {state.error ? <p role="alert" className="rounded-lg bg-destructive-soft px-3.5 py-2.5 text-sm leading-relaxed text-destructive-ink">{signInError(state.error)}</p> : null}
      <form action={submit} className="grid gap-4">
        <input type="hidden" name="returnTo" value={returnTo} />
        <Field label="E-mail">{(control) => <Input {...control} name="email" type="email" autoComplete="username" required autoFocus defaultValue={state.email} className="h-10" />}</Field>
        <Field label="Password">{(control) => <Input {...control} name="password" type="password" autoComplete="current-password" required className="h-10" />}</Field>
        <Button type="submit" className="mt-1 h-10" disabled={pending}>{pending ? "Signing in…" : "Sign in"}</Button>
      </form>
      {providers.length > 0 ? (
        <div className="grid gap-2.5">
          <p className="flex items-center gap-3 text-xs text-muted-foreground before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">or</p>
          {providers.map((provider) => (
            <form key={provider.id} action={provider.action}>
              <Button type="submit" variant="outline" className="h-10 w-full">Continue with {provider.label}</Button>
            </form>
          ))}
        </div>
      ) : null}
    </div>
  );
}
