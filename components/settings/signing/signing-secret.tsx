"use client";

import type { OpenedKey } from "../../api/signing-keys";
import { Button } from "../../ui/button";
import { CopyBox } from "../../ui/copy-box";
import { Dialog, DialogContent } from "../../ui/dialog";

/** The secret of a signing key, for a program that signs. */
export function SigningSecret({ opened, onClose }: { opened: OpenedKey | null; onClose: () => void }) {
  return (
    <Dialog open={opened !== null} onOpenChange={(open) => open || onClose()}>
      {opened ? (
        <DialogContent
          title={`Secret of the signing key …${opened.id.slice(-4)}`}
          description="Whoever has it can sign any address of this workspace’s links. Keep it on your server."
          footer={
            <Button variant="primary" onClick={onClose}>
              Done
            </Button>
          }
        >
          <CopyBox label="Secret" button="Copy secret" text={opened.secret} />
        </DialogContent>
      ) : null}
    </Dialog>
  );
}
