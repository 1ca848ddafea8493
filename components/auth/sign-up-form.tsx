"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { ApiError, callApi, sentenceOf } from "../api/call-api";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { PasswordInput } from "../ui/password-input";
import { beginSession } from "./begin-session";
import { ProviderButtons } from "./provider-buttons";
import type { Provider } from "./provider-names";

const answer = z.object({ workspace: z.string() });

export function SignUpForm({ providers }: { providers: readonly Provider[] }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const { name, email, password } = Object.fromEntries(
      [...new FormData(form)].map(([key, value]) => [key, String(value)]),
    );
    setBusy(true);
    setErrors({});
    try {
      const body = { name, email, password };
      const { workspace } = await callApi({ method: "POST", path: "/api/account/sign-up", body, answer });
      const session = await beginSession({ email: email ?? "", password: password ?? "" });
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
      <h1 className="font-semibold text-xl tracking-tight">Create your account</h1>
      <p className="mt-1 text-balance text-muted">
        Your first personalised picture is about five minutes away.
      </p>
      <form onSubmit={submit} noValidate className="mt-6 grid gap-3">
        <Field label="Your name" error={errors["/name"]} reserve>
          {(control) => <Input {...control} name="name" size="large" autoComplete="name" autoFocus />}
        </Field>
        <Field label="Work e-mail" error={errors["/email"]} reserve>
          {(control) => <Input {...control} name="email" type="email" size="large" autoComplete="username" />}
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
          Create account
        </Button>
      </form>
      <ProviderButtons providers={providers} next="/home" />
      <p className="mt-6 text-muted text-sm">
        Already have an account?{" "}
        <Link href="/sign-in" className="rounded-sm font-medium text-accent-text hover:underline">
          Sign in
        </Link>
      </p>
    </>
  );
}
