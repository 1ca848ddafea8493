"use client";

import { type FormEvent, useEffect, useState } from "react";
import { toast } from "sonner";
import { z } from "zod";
import { callApi, sentenceOf } from "../api/call-api";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Field } from "../ui/field";
import { INPUT_LOOK } from "../ui/input";

const answer = z.object({ hosts: z.array(z.string()) });

export type ImageHostsFormProps = { workspaceSlug: string; canEdit: boolean };

/** The hosts that pictures in links may come from, one a line. */
export function ImageHostsForm({ workspaceSlug, canEdit }: ImageHostsFormProps) {
  const path = `/api/w/${encodeURIComponent(workspaceSlug)}/image-hosts`;
  const [saved, setSaved] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  useEffect(() => {
    let current = true;
    callApi({ method: "GET", path, answer }).then(
      ({ hosts }) => {
        if (!current) return;
        setSaved(hosts.join("\n"));
        setTyped(hosts.join("\n"));
      },
      (failure: unknown) => current && setError(sentenceOf(failure)),
    );
    return () => {
      current = false;
    };
  }, [path]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    const hosts = typed.split(/[\s,]+/).filter(Boolean);
    try {
      const changed = await callApi({ method: "PUT", path, body: { hosts }, answer });
      setSaved(changed.hosts.join("\n"));
      setTyped(changed.hosts.join("\n"));
      toast("Saved");
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} noValidate className="grid max-w-sm gap-2">
      <Field
        label="Allowed hosts, one a line"
        hint="Such as images.example.com, or *.example.com for all below it. Empty: any public host."
        error={error}
      >
        {(control) => (
          <textarea
            {...control}
            rows={4}
            spellCheck={false}
            disabled={!canEdit || saved === null}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className={classNames(INPUT_LOOK, "resize-y px-2.5 py-1.5 text-sm")}
          />
        )}
      </Field>
      {canEdit ? (
        <Button type="submit" className="w-fit" busy={busy} disabled={saved === null || typed === saved}>
          Save
        </Button>
      ) : (
        <p className="text-faint text-xs">Owners and admins can change this.</p>
      )}
    </form>
  );
}
