"use client";

import type { LinkItem } from "../api/links";
import { Dialog, DialogContent } from "../ui/dialog";
import { linkName } from "./link-words";
import { SignedAddressForm } from "./signed-address-form";

export type SignedAddressDialogProps = {
  workspace: string;
  /** null: closed. */
  link: LinkItem | null;
  onClose: () => void;
};

export function SignedAddressDialog({ workspace, link, onClose }: SignedAddressDialogProps) {
  return (
    <Dialog open={link !== null} onOpenChange={(open) => open || onClose()}>
      {link ? (
        <DialogContent
          title={`Signed address of “${linkName(link)}”`}
          description="Nobody can change what it shows. Encrypted, nobody can read it from the address either."
        >
          <SignedAddressForm key={link.id} workspace={workspace} link={link} />
        </DialogContent>
      ) : null}
    </Dialog>
  );
}
