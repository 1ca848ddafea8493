"use client";

import { useState } from "react";
import { Dialog, DialogContent } from "../../ui/dialog";
import { ProofForm } from "./proof-form";
import { RecoveryCodes } from "./recovery-codes";
import { ScanForm } from "./scan-form";
import { type Begun, beginTwoStep } from "./two-step-api";

export type SetUpDialogProps = {
  hasPassword: boolean;
  /** What was begun already, where no password is asked for. */
  begun?: Begun | undefined;
  onClose: () => void;
};

/** Password, QR code, recovery codes: in that order, and nothing counts before the code from the app. */
export function SetUpDialog({ hasPassword, begun: given, onClose }: SetUpDialogProps) {
  const [begun, setBegun] = useState(given);
  const [codes, setCodes] = useState<readonly string[]>();

  if (codes) return <CodesDialog title="Two-step sign-in is on" codes={codes} onClose={onClose} />;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title="Set up two-step sign-in" width="small">
        {begun ? (
          <ScanForm begun={begun} onOn={setCodes} />
        ) : (
          <ProofForm
            hasPassword={hasPassword}
            button="Continue"
            onProof={async (proof) => setBegun(await beginTwoStep(proof))}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}

/** Closed by its button alone: the codes are not shown again. */
export function CodesDialog({
  title,
  codes,
  onClose,
}: {
  title: string;
  codes: readonly string[];
  onClose: () => void;
}) {
  return (
    <Dialog open>
      <DialogContent title={title} dismissible={false} onEscapeKeyDown={(event) => event.preventDefault()}>
        <RecoveryCodes codes={codes} onKept={onClose} />
      </DialogContent>
    </Dialog>
  );
}
