"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { PasswordInput } from "../ui/password-input";
import { AuthLink } from "./auth-link";
import { beginSession, type PasswordCredentials } from "./begin-session";
import { CodeForm } from "./code-form";
import { ProviderButtons } from "./provider-buttons";
import type { Provider } from "./provider-names";

export type SignInFormProps = {
  /** Where to go afterwards. */
  next: string;
  /** What to begin with in the field for the address. */
  email: string;
  /** Whether links can be mailed. */
  mail: boolean;
  providers: readonly Provider[];
  /** Why one was sent back here. */
  problem?: string | undefined;
};

export function SignInForm({ next, email: known, mail, providers, problem }: SignInFormProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<{ field: "email" | "password" | "code"; message: string }>();
  /** What was right, while a code is asked for. */
  const [first, setFirst] = useState<PasswordCredentials>();
  const [email, setEmail] = useState(known);

  async function begin(credentials: PasswordCredentials) {
    setBusy(true);
    setError(undefined);
    const result = await beginSession(credentials);
    if (result.kind === "signed-in") {
      router.replace(next);
      router.refresh();
      return;
    }
    setBusy(false);
    if (result.kind === "code-wanted") return setFirst(credentials);
    setError({ field: credentials.code === undefined ? "password" : "code", message: result.message });
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    if (!email.includes("@")) return setError({ field: "email", message: "Enter your e-mail address." });
    if (!password) return setError({ field: "password", message: "Enter your password." });
    void begin({ email, password });
  }

  function back() {
    setFirst(undefined);
    setError(undefined);
  }

  const errorAt = (field: string) => (error?.field === field ? error.message : undefined);
  if (first) {
    const onCode = (code: string) => void begin({ ...first, code });
    return <CodeForm busy={busy} error={errorAt("code")} onCode={onCode} onBack={back} />;
  }
  return (
    <>
      <h1 className="font-semibold text-xl tracking-tight">Welcome back</h1>
      {problem ? (
        <p role="alert" className="mt-2 text-balance text-danger-text text-sm">
          {problem}
        </p>
      ) : null}
      <form onSubmit={submit} noValidate className="mt-6 grid gap-3">
        <Field label="E-mail" error={errorAt("email")} reserve>
          {(control) => (
            <Input
              {...control}
              name="email"
              type="email"
              size="large"
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              autoFocus
            />
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
      <ProviderButtons providers={providers} next={next} />
      <ul className="mt-6 grid gap-2 text-muted text-sm">
        <li>
          <AuthLink href="/sign-in/forgot">Forgot your password?</AuthLink>
        </li>
        {mail ? (
          <li>
            <AuthLink href={`/sign-in/by-mail?${new URLSearchParams({ next })}`}>
              Sign in by a link in a mail
            </AuthLink>
          </li>
        ) : null}
        <li>
          New here? <AuthLink href="/sign-up">Create an account</AuthLink>
        </li>
      </ul>
    </>
  );
}
