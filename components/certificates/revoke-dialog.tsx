"use client";

import { useState } from "react";
import type { CertificateItem } from "../api/certificates";
import { AskDialog } from "../ui/ask-dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** As long as the server takes it. */
const LONGEST = 200;

export type RevokeDialogProps = {
  /** null: nothing is asked. */
  certificate: CertificateItem | null;
  onClose: () => void;
  onRevoke: (certificate: CertificateItem, reason: string) => Promise<void>;
};

/** Asks once before a certificate counts no more, and why it does not. */
export function RevokeDialog({ certificate, onClose, onRevoke }: RevokeDialogProps) {
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(certificate);
  // What was asked about stays while the dialog leaves.
  if (certificate !== null && asked !== certificate) {
    setAsked(certificate);
    setReason("");
  }
  return (
    <AskDialog
      open={certificate !== null}
      onClose={onClose}
      title="Revoke this certificate?"
      yes="Revoke certificate"
      no="Keep it"
      danger
      onYes={async () => {
        if (certificate !== null) await onRevoke(certificate, reason.trim());
      }}
    >
      <p className="text-muted">
        Whoever checks <span className="wrap-anywhere font-mono text-text">{asked?.number}</span> is told from
        now on that it does not count, and no longer whom it names. You can restore it.
      </p>
      <Field className="mt-2" label="Reason" hint="Only people of this workspace see it. May stay empty.">
        {(control) => (
          <Input
            {...control}
            value={reason}
            maxLength={LONGEST}
            autoComplete="off"
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
    </AskDialog>
  );
}
