"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { z } from "zod";
import { callApi, sentenceOf } from "../api/call-api";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

const renamed = z.object({ name: z.string() });

export type NameFormProps = {
  label: string;
  name: string /** Route that takes `{ name }` by PATCH. */;
  path: string;
};

/** One name and a button that wakes up when it has changed. */
export function NameForm({ label, name, path }: NameFormProps) {
  const router = useRouter();
  const [typed, setTyped] = useState(name);
  const [saved, setSaved] = useState(name);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const answer = await callApi({ method: "PATCH", path, body: { name: typed }, answer: renamed });
      setTyped(answer.name);
      setSaved(answer.name);
      toast("Saved");
      router.refresh();
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} noValidate className="max-w-sm">
      <Field label={label} error={error}>
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              value={typed}
              maxLength={200}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit" busy={busy} disabled={typed.trim() === saved}>
              Save
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
