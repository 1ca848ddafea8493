"use client";

import { type FormEvent, useState } from "react";
import { callApi, nothing, sentenceOf } from "../api/call-api";
import { OutboxHint } from "../outbox/outbox-hint";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { AuthLink } from "./auth-link";

const KINDS = {
  reset: {
    title: "Forgot your password?",
    words: "Enter your e-mail address, and a link to choose a new one comes by mail.",
    path: "/api/account/password/forgot",
    holds: "The link holds for 60 minutes and works once.",
  },
  link: {
    title: "Sign in by a link",
    words: "Enter your e-mail address, and a link that signs you in comes by mail.",
    path: "/api/account/sign-in-link",
    holds: "The link holds for 15 minutes and works once.",
  },
} as const;

export type AskForMailFormProps = {
  kind: keyof typeof KINDS;
  /** The page that a link to sign in leads to. */
  next?: string;
  /** Whether mails are sent at all. */
  mail: boolean;
  /** Whether they only go to the outbox of this machine. */
  outbox: boolean;
};

/** Asks for an address, and says the same whether or not somebody has it. */
export function AskForMailForm({ kind, next, mail, outbox }: AskForMailFormProps) {
  const { title, words, path, holds } = KINDS[kind];
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [sentTo, setSentTo] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email") ?? "").trim();
    if (!email.includes("@")) return setError("Enter your e-mail address.");
    setBusy(true);
    setError(undefined);
    try {
      await callApi({ method: "POST", path, body: { email, ...(next ? { next } : {}) }, answer: nothing });
      setSentTo(email);
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    setBusy(false);
  }

  const back = (
    <p className="mt-6 text-sm">
      <AuthLink href="/sign-in">Back to signing in</AuthLink>
    </p>
  );
  if (!mail) {
    return (
      <>
        <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
        <p className="mt-1 text-balance text-muted">
          This installation sends no mail. Ask whoever runs it for help with your account.
        </p>
        {back}
      </>
    );
  }
  if (sentTo !== undefined) {
    return (
      <div role="status">
        <h1 className="font-semibold text-xl tracking-tight">Look into your mail</h1>
        <p className="mt-1 break-words text-muted">
          If there is an account for <strong className="font-medium text-text">{sentTo}</strong>, a mail is on
          its way to it. {holds} Nothing there after a few minutes? Look among the spam.
        </p>
        {outbox ? <OutboxHint /> : null}
        {back}
      </div>
    );
  }
  return (
    <>
      <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
      <p className="mt-1 text-balance text-muted">{words}</p>
      <form onSubmit={submit} noValidate className="mt-6 grid gap-3">
        <Field label="E-mail" error={error} reserve>
          {(control) => (
            <Input {...control} name="email" type="email" size="large" autoComplete="username" autoFocus />
          )}
        </Field>
        <Button type="submit" variant="primary" size="large" busy={busy} className="w-full">
          Mail me a link
        </Button>
      </form>
      {back}
    </>
  );
}
