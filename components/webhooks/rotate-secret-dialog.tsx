"use client";

import { useState } from "react";
import { sentenceOf } from "../api/call-api";
import { type NewWebhook, rotateSecret } from "../api/webhooks";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

const OVERLAPS = [
  { value: "0", label: "Ends at once" },
  { value: "1", label: "Signs for 1 more hour" },
  { value: "24", label: "Signs for 24 more hours" },
  { value: "168", label: "Signs for 7 more days" },
] as const;

export type RotateSecretDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  workspace: string;
  id: string;
  onRotated: (made: NewWebhook) => void;
};

/** Asks how long the old secret signs beside the new one. */
export function RotateSecretDialog({
  open,
  onOpenChange,
  workspace,
  id,
  onRotated,
}: RotateSecretDialogProps) {
  const [hours, setHours] = useState("24");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function rotate() {
    setBusy(true);
    setError(undefined);
    try {
      onRotated(await rotateSecret(workspace, id, Number(hours)));
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    setBusy(false);
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title="Rotate the secret"
        description="Until the old one ends, deliveries are signed with both, so that nothing is missed."
        width="small"
        footer={
          <>
            <Button onClick={() => onOpenChange(false)}>Cancel</Button>
            <Button variant="primary" busy={busy} onClick={() => void rotate()}>
              Make the new secret
            </Button>
          </>
        }
      >
        <Field label="The old secret" error={error}>
          {(control) => <Select {...control} value={hours} onValueChange={setHours} options={OVERLAPS} />}
        </Field>
      </DialogContent>
    </Dialog>
  );
}
