"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { sentenceOf } from "../api/call-api";
import { createWorkspace } from "../api/workspaces";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

export type NewWorkspaceFormProps = {
  id: string;
  onBusy: (busy: boolean) => void;
  onMade?: () => void;
};

/** Asks what a new workspace is called, makes it and goes there. Its button stands outside and names it by `id`. */
export function NewWorkspaceForm({ id, onBusy, onMade }: NewWorkspaceFormProps) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    onBusy(true);
    setError(undefined);
    try {
      const { slug } = await createWorkspace(name);
      onMade?.();
      router.push(`/${slug}`);
      router.refresh();
    } catch (failure) {
      setError(sentenceOf(failure));
      onBusy(false);
    }
  }

  return (
    <form id={id} onSubmit={submit} noValidate>
      <Field label="Name of the workspace" hint="Such as your team or a client." error={error} reserve>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={80}
            autoComplete="organization"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
    </form>
  );
}
