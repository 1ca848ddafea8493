"use client";

import { type FormEvent, useState } from "react";
import { qrCode } from "@/lib/paint/qr-code";
import { ApiError, sentenceOf } from "../../api/call-api";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { type Begun, confirmTwoStep } from "./two-step-api";

export type ScanFormProps = { begun: Begun; onOn: (recoveryCodes: readonly string[]) => void };

/** The secret as a QR code and as text, and a field for the first code that the app makes of it. */
export function ScanForm({ begun, onOn }: ScanFormProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const { size, path } = qrCode(begun.address);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const code = String(new FormData(form).get("code") ?? "").trim();
    if (!code) return setError("Enter the six digits that your app shows.");
    setBusy(true);
    setError(undefined);
    try {
      onOn((await confirmTwoStep(code)).recoveryCodes);
    } catch (failure) {
      const field = failure instanceof ApiError ? failure.fields["/code"] : undefined;
      setError(field ?? sentenceOf(failure));
      form.querySelector<HTMLInputElement>("[name=code]")?.focus();
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <p className="text-muted text-sm">
        Scan this with an authenticator app, or type the key into it, and enter the code that the app then
        shows.
      </p>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label="QR code for your authenticator app"
        shapeRendering="crispEdges"
        className="mx-auto size-44 rounded-lg bg-white"
      >
        <path d={path} fill="#000000" />
      </svg>
      <p className="text-center text-xs">
        <span className="text-faint">Key </span>
        <code className="break-all font-mono">{begun.secret.replace(/.{4}(?=.)/g, "$& ")}</code>
      </p>
      <Field label="Code from the app" error={error} reserve>
        {(control) => (
          <Input
            {...control}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            className="font-mono tabular-nums"
            autoFocus
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={busy} className="justify-self-end">
        Turn on
      </Button>
    </form>
  );
}
