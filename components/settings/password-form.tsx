"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { ApiError, callApi, nothing, sentenceOf } from "../api/call-api";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { PasswordInput } from "../ui/password-input";

/** The current password and a new one. The address is only for the browser's store of passwords. */
export function PasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const body = { current: String(data.get("current") ?? ""), next: String(data.get("next") ?? "") };
    setBusy(true);
    setErrors({});
    try {
      await callApi({ method: "POST", path: "/api/account/password", body, answer: nothing });
      form.reset();
      toast("Password changed. All other devices are signed out.");
      router.refresh();
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : {};
      const known = ["/current", "/next"].filter((path) => fields[path]);
      setErrors(known.length > 0 ? fields : { "/current": sentenceOf(error) });
      const first = known[0]?.slice(1) ?? "current";
      form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} noValidate className="grid max-w-sm gap-3">
      <input hidden readOnly autoComplete="username" value={email} />
      <Field label="Current password" error={errors["/current"]}>
        {(control) => <PasswordInput {...control} name="current" autoComplete="current-password" />}
      </Field>
      <Field
        label="New password"
        hint="At least 8 characters; 12 or more are better."
        error={errors["/next"]}
      >
        {(control) => <PasswordInput {...control} name="next" autoComplete="new-password" />}
      </Field>
      <Button type="submit" busy={busy} className="justify-self-start">
        Change password
      </Button>
    </form>
  );
}
