"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ApiError, sentenceOf } from "../api/call-api";
import { signUpInvited } from "../api/invitations";
import { AuthLink } from "../auth/auth-link";
import { beginSession } from "../auth/begin-session";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { PasswordInput } from "../ui/password-input";
import { forgetInvitationToken } from "./use-invitation-token";

export type JoinFormProps = { token: string; email: string; signIn: string };

/** An account for whoever is invited and has none; its address is the invited one. */
export function JoinForm({ token, email, signIn }: JoinFormProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const [name, password] = [String(typed.get("name") ?? ""), String(typed.get("password") ?? "")];
    setBusy(true);
    setErrors({});
    try {
      const workspace = await signUpInvited({ token, name, password });
      forgetInvitationToken();
      const session = await beginSession({ email, password });
      router.replace(session.kind === "signed-in" ? `/${workspace}` : "/sign-in");
      router.refresh();
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : {};
      const known = ["/name", "/email", "/password"].filter((path) => fields[path]);
      setErrors(known.length > 0 ? fields : { "/password": sentenceOf(error) });
      setBusy(false);
      const first = known[0]?.slice(1) ?? "password";
      form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    }
  }

  return (
    <>
      <form onSubmit={submit} noValidate className="grid gap-3">
        <Field label="E-mail" error={errors["/email"]} reserve>
          {(control) => (
            <Input
              {...control}
              name="email"
              type="email"
              size="large"
              autoComplete="username"
              value={email}
              readOnly
            />
          )}
        </Field>
        <Field label="Your name" error={errors["/name"]} reserve>
          {(control) => <Input {...control} name="name" size="large" autoComplete="name" autoFocus />}
        </Field>
        <Field
          label="Password"
          hint="At least 8 characters; 12 or more are better."
          error={errors["/password"]}
          reserve
        >
          {(control) => (
            <PasswordInput {...control} name="password" size="large" autoComplete="new-password" />
          )}
        </Field>
        <Button type="submit" variant="primary" size="large" busy={busy} className="mt-5.5 w-full">
          Create account and join
        </Button>
      </form>
      <p className="mt-6 text-muted text-sm">
        Already have an account? <AuthLink href={signIn}>Sign in</AuthLink>
      </p>
    </>
  );
}
