"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

export type CodeFormProps = {
  busy: boolean;
  error: string | undefined;
  onCode: (code: string) => void;
  onBack: () => void;
};

/** The second step of signing in: a code of the app, or a recovery code. */
export function CodeForm({ busy, error, onCode, onBack }: CodeFormProps) {
  const [recovery, setRecovery] = useState(false);
  const [empty, setEmpty] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "").trim();
    setEmpty(code === "");
    if (code !== "") onCode(code);
  }

  const hint = recovery ? "One of those you kept, such as abcd-efgh-jkmn-pqrs." : "Six digits.";
  return (
    <>
      <h1 className="font-semibold text-xl tracking-tight">One more step</h1>
      <p className="mt-1 text-balance text-muted">
        {recovery ? "Each recovery code works once." : "Your authenticator app shows a code for Nameplate."}
      </p>
      <form onSubmit={submit} noValidate className="mt-6 grid gap-3">
        <Field
          key={recovery ? "recovery" : "app"}
          label={recovery ? "Recovery code" : "Code from your app"}
          hint={hint}
          error={empty ? "Enter a code." : error}
          reserve
        >
          {(control) => (
            <Input
              {...control}
              name="code"
              size="large"
              inputMode={recovery ? "text" : "numeric"}
              autoComplete={recovery ? "off" : "one-time-code"}
              autoCapitalize="none"
              spellCheck={false}
              className="font-mono tabular-nums"
              autoFocus
            />
          )}
        </Field>
        <Button type="submit" variant="primary" size="large" busy={busy} className="w-full">
          Continue
        </Button>
      </form>
      <div className="mt-6 flex flex-wrap justify-between gap-2 text-sm">
        <TextButton onClick={onBack}>Back</TextButton>
        <TextButton onClick={() => setRecovery(!recovery)}>
          {recovery ? "Use a code from your app" : "Use a recovery code"}
        </TextButton>
      </div>
    </>
  );
}

function TextButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="rounded-sm font-medium text-accent-text hover:underline"
    >
      {children}
    </button>
  );
}
