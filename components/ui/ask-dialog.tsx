"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { sentenceOf } from "../api/call-api";
import { Button } from "./button";
import { Dialog, DialogContent } from "./dialog";

export type AskDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What the button says that does it, and the one that does not. */
  yes: string;
  no: string;
  danger?: boolean;
  /** Closes the dialog when it is done; what it throws is said, and the dialog stays. */
  onYes: () => Promise<void>;
  children: ReactNode;
};

/** Asks once before what cannot be undone. */
export function AskDialog({
  open,
  onClose,
  title,
  yes,
  no,
  danger = false,
  onYes,
  children,
}: AskDialogProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  function close() {
    setError(undefined);
    onClose();
  }

  async function act() {
    setBusy(true);
    setError(undefined);
    try {
      await onYes();
      close();
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    setBusy(false);
  }

  return (
    <Dialog open={open} onOpenChange={(next) => next || close()}>
      <DialogContent
        title={title}
        width="small"
        footer={
          <>
            <Button onClick={close}>{no}</Button>
            <Button variant={danger ? "danger" : "primary"} busy={busy} onClick={() => void act()}>
              {yes}
            </Button>
          </>
        }
      >
        <div className="grid gap-2 text-sm">{children}</div>
        <div aria-live="assertive">
          {error ? (
            <p className="mt-3 flex gap-1.5 text-danger-text text-sm">
              <CircleAlert aria-hidden className="mt-1 size-3.5 shrink-0" />
              {error}
            </p>
          ) : null}
        </div>
      </DialogContent>
    </Dialog>
  );
}
