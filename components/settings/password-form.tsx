"use client";

import { useState } from "react";
import { ApiError, api, messageOf } from "@/components/shell/api";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** As lib/auth/password.ts has it. */
const MIN_LENGTH = 10;

/** Changes one's password. Every session ends with it, this one too. */
export function PasswordForm() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<{ current?: string; next?: string }>({});

  async function save(event: React.FormEvent) {
    event.preventDefault();
    if (next.length < MIN_LENGTH) return setErrors({ next: `At least ${MIN_LENGTH} characters.` });
    setBusy(true);
    try {
      await api("/me/password", { method: "POST", body: { current, next } });
      window.location.assign("/sign-in?callbackUrl=%2Fsettings%2Fprofile");
    } catch (error) {
      setErrors(error instanceof ApiError && error.code === "invalid" ? { next: messageOf(error) } : { current: messageOf(error) });
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void save(event)} noValidate className="grid gap-4">
      <Field label="Current password" error={errors.current}>{(control) => <Input {...control} type="password" autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.target.value)} />}</Field>
      <Field label="New password" error={errors.next} hint={`At least ${MIN_LENGTH} characters. You sign in again afterwards, on every device.`}>{(control) => <Input {...control} type="password" autoComplete="new-password" value={next} onChange={(event) => setNext(event.target.value)} />}</Field>
      <Button type="submit" variant="outline" className="justify-self-start" disabled={busy}>{busy ? "Changing…" : "Change the password"}</Button>
    </form>
  );
}
