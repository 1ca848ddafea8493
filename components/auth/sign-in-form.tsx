"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { PasswordInput } from "../ui/password-input";
import { beginSession } from "./begin-session";

export function SignInForm({ next }: { next: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<{ field: "email" | "password"; message: string }>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email") ?? "");
    const password = String(form.get("password") ?? "");
    if (!email.includes("@")) return setError({ field: "email", message: "Enter your e-mail address." });
    if (!password) return setError({ field: "password", message: "Enter your password." });
    setBusy(true);
    setError(undefined);
    const result = await beginSession(email, password);
    if (result.kind === "signed-in") {
      router.replace(next);
      router.refresh();
      return;
    }
    setBusy(false);
    setError({ field: "password", message: result.message });
  }

  const errorAt = (field: string) => (error?.field === field ? error.message : undefined);
  return (
    <>
      <h1 className="font-semibold text-xl tracking-tight">Welcome back</h1>
      <form onSubmit={submit} noValidate className="mt-6 grid gap-3">
        <Field label="E-mail" error={errorAt("email")} reserve>
          {(control) => (
            <Input {...control} name="email" type="email" size="large" autoComplete="username" autoFocus />
          )}
        </Field>
        <Field label="Password" error={errorAt("password")} reserve>
          {(control) => (
            <PasswordInput {...control} name="password" size="large" autoComplete="current-password" />
          )}
        </Field>
        <Button type="submit" variant="primary" size="large" busy={busy} className="w-full">
          Sign in
        </Button>
      </form>
      <p className="mt-6 text-muted text-sm">
        New here?{" "}
        <Link href="/sign-up" className="rounded-sm font-medium text-accent-text hover:underline">
          Create an account
        </Link>
      </p>
    </>
  );
}
