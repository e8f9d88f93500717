"use client";

import { useActionState, useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";

export interface NameState {
  /** Counts successes, so that each is noticed. */
  saved: number;
  error: string | null;
  name: string;
}

/** One name in one field: one's own, or the workspace's. `action` is a server action. */
export function NameForm({ label, hint, initial, disabled, action }: { label: string; hint?: string; initial: string; disabled?: boolean; action: (before: NameState, form: FormData) => Promise<NameState> }) {
  const [state, submit, pending] = useActionState(action, { saved: 0, error: null, name: initial });
  useEffect(() => {
    if (state.saved > 0) toast.success("Saved");
  }, [state.saved]);
  return (
    <form action={submit} className="flex flex-wrap items-end gap-2">
      <Field label={label} hint={hint} error={state.error} className="min-w-56 flex-1">
        {(control) => <Input {...control} name="name" defaultValue={state.name} maxLength={200} disabled={disabled} required />}
      </Field>
      {disabled ? null : <Button type="submit" variant="outline" disabled={pending}>{pending ? "Saving…" : "Save"}</Button>}
    </form>
  );
}
