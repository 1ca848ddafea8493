"use client";

import { useState } from "react";
import { sentenceOf } from "../api/call-api";
import { Button } from "./button";
import { Dialog, DialogContent } from "./dialog";
import { Field } from "./field";
import { Select } from "./select";

export type RotateDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  /** What is replaced, such as `The old key`. */
  label: string;
  /** What the old one does meanwhile, such as `Works`. */
  does: string;
  button: string;
  /** What it throws is shown beside the choice. */
  onRotate: (overlapHours: number) => Promise<void>;
};

/** Asks how long what is replaced goes on beside the new one. */
export function RotateDialog(props: RotateDialogProps) {
  const { open, onOpenChange, title, description, label, does, button, onRotate } = props;
  const [hours, setHours] = useState("24");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const overlaps = [
    { value: "0", label: "Ends at once" },
    { value: "1", label: `${does} for 1 more hour` },
    { value: "24", label: `${does} for 24 more hours` },
    { value: "168", label: `${does} for 7 more days` },
  ];

  async function rotate() {
    setBusy(true);
    setError(undefined);
    try {
      await onRotate(Number(hours));
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    setBusy(false);
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={title}
        description={description}
        width="small"
        footer={
          <>
            <Button onClick={() => onOpenChange(false)}>Cancel</Button>
            <Button variant="primary" busy={busy} onClick={() => void rotate()}>
              {button}
            </Button>
          </>
        }
      >
        <Field label={label} error={error}>
          {(control) => <Select {...control} value={hours} onValueChange={setHours} options={overlaps} />}
        </Field>
      </DialogContent>
    </Dialog>
  );
}
