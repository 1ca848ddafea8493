"use client";

import { type FormEvent, useId, useState } from "react";
import { sentenceOf } from "../api/call-api";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

export type ParamDialogProps = {
  open: boolean;
  param: string;
  onClose: () => void;
  onSave: (param: string) => Promise<void>;
};

/** Under which name addresses say whose row is meant. */
export function ParamDialog({ open, onClose, ...rest }: ParamDialogProps) {
  const form = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog open={open} onOpenChange={(next) => next || onClose()}>
      <DialogContent
        title="Name in the address"
        description="Addresses in mails that were sent with the old name no longer find their rows."
        width="small"
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" type="submit" form={form} busy={busy}>
              Save
            </Button>
          </>
        }
      >
        <ParamForm id={form} onBusy={setBusy} onClose={onClose} {...rest} />
      </DialogContent>
    </Dialog>
  );
}

type FormProps = Omit<ParamDialogProps, "open"> & { id: string; onBusy: (busy: boolean) => void };

function ParamForm({ id, param, onBusy, onClose, onSave }: FormProps) {
  const [name, setName] = useState(param);
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    onBusy(true);
    setError(undefined);
    try {
      await onSave(name.trim());
      onClose();
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    onBusy(false);
  }

  return (
    <form id={id} onSubmit={submit} noValidate>
      <Field
        label="Name"
        error={error}
        hint="Lower-case letters, digits and underscores, such as id or customer."
      >
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={40}
            spellCheck={false}
            autoComplete="off"
            className="font-mono"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
    </form>
  );
}
