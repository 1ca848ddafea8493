"use client";

import { type FormEvent, useState } from "react";
import { ApiError, sentenceOf } from "../../api/call-api";
import { Button, type ButtonProps } from "../../ui/button";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { PasswordInput } from "../../ui/password-input";
import type { Proof } from "./two-step-api";

export type ProofFormProps = {
  hasPassword: boolean;
  button: string;
  variant?: ButtonProps["variant"];
  /** What the proof is for; what it throws is shown beside the field. */
  onProof: (proof: Proof) => Promise<void>;
};

/** Asks for the password once more, or for a code where there is none. */
export function ProofForm({ hasPassword, button, variant = "primary", onProof }: ProofFormProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const name = hasPassword ? "password" : "code";

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = String(new FormData(form).get(name) ?? "");
    if (!typed) return setError(hasPassword ? "Enter your password." : "Enter a code.");
    setBusy(true);
    setError(undefined);
    try {
      await onProof({ [name]: typed });
    } catch (failure) {
      const field = failure instanceof ApiError ? failure.fields[`/${name}`] : undefined;
      setError(field ?? sentenceOf(failure));
      form.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {hasPassword ? (
        <Field label="Your password" error={error} reserve>
          {(control) => (
            <PasswordInput {...control} name="password" autoComplete="current-password" autoFocus />
          )}
        </Field>
      ) : (
        <Field label="Code from your app, or a recovery code" error={error} reserve>
          {(control) => <Input {...control} name="code" autoComplete="one-time-code" autoFocus />}
        </Field>
      )}
      <Button type="submit" variant={variant} busy={busy} className="justify-self-end">
        {button}
      </Button>
    </form>
  );
}
