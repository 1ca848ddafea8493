"use client";

import Link from "next/link";
import { type FormEvent, useState } from "react";
import { ApiError, callApi, nothing, sentenceOf } from "../api/call-api";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { PasswordInput } from "../ui/password-input";
import { AuthLink } from "./auth-link";
import { useLinkToken } from "./use-link-token";

/** Where the link to choose a new password leads. */
export function ResetPasswordForm() {
  const token = useLinkToken();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [done, setDone] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const password = String(new FormData(form).get("password") ?? "");
    setBusy(true);
    setError(undefined);
    try {
      const body = { token, password };
      await callApi({ method: "POST", path: "/api/account/password/reset", body, answer: nothing });
      setDone(true);
    } catch (failure) {
      const field = failure instanceof ApiError ? failure.fields["/password"] : undefined;
      setError(field ?? sentenceOf(failure));
      form.querySelector<HTMLInputElement>("[name=password]")?.focus();
    }
    setBusy(false);
  }

  if (done) {
    return (
      <div role="status">
        <h1 className="font-semibold text-xl tracking-tight">Your password is changed</h1>
        <p className="mt-1 text-balance text-muted">
          All your devices are signed out. Sign in with the new one.
        </p>
        <Button asChild variant="primary" size="large" className="mt-6 w-full">
          <Link href="/sign-in">Sign in</Link>
        </Button>
      </div>
    );
  }
  return (
    <>
      <h1 className="font-semibold text-xl tracking-tight">Choose a new password</h1>
      <p className="mt-1 text-balance text-muted">It signs out all your devices.</p>
      <form onSubmit={submit} noValidate className="mt-6 grid gap-3">
        <Field
          label="New password"
          hint="At least 8 characters; 12 or more are better."
          error={error}
          reserve
        >
          {(control) => (
            <PasswordInput {...control} name="password" size="large" autoComplete="new-password" autoFocus />
          )}
        </Field>
        <Button
          type="submit"
          variant="primary"
          size="large"
          busy={busy}
          disabled={token === null}
          className="mt-5.5 w-full"
        >
          Change password
        </Button>
      </form>
      <p className="mt-6 text-sm">
        <AuthLink href="/sign-in/forgot">Ask for another link</AuthLink>
      </p>
    </>
  );
}
