"use client";

import { useState } from "react";
import { sentenceOf } from "../api/call-api";
import { type KeyItem, type NewKey, rotateKey } from "../api/keys";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

const OVERLAPS = [
  { value: "0", label: "Ends at once" },
  { value: "1", label: "Works for 1 more hour" },
  { value: "24", label: "Works for 24 more hours" },
  { value: "168", label: "Works for 7 more days" },
] as const;

export type RotateDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  item: KeyItem;
  workspace: string;
  onRotated: (made: NewKey, overlapHours: number) => void;
};

/** Asks how long the old key works beside the new one. */
export function RotateDialog({ open, onOpenChange, item, workspace, onRotated }: RotateDialogProps) {
  const [hours, setHours] = useState("24");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function rotate() {
    setBusy(true);
    setError(undefined);
    try {
      onRotated(await rotateKey(workspace, item.id, Number(hours)), Number(hours));
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    setBusy(false);
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={`Rotate “${item.name}”`}
        description="A new key takes its place, with the same scopes and projects."
        width="small"
        footer={
          <>
            <Button onClick={() => onOpenChange(false)}>Cancel</Button>
            <Button variant="primary" busy={busy} onClick={() => void rotate()}>
              Make the new key
            </Button>
          </>
        }
      >
        <Field label="The old key" error={error}>
          {(control) => <Select {...control} value={hours} onValueChange={setHours} options={OVERLAPS} />}
        </Field>
      </DialogContent>
    </Dialog>
  );
}
