"use client";

import type { MadeInvitation } from "../api/members";
import { Button } from "../ui/button";
import { CopyBox } from "../ui/copy-box";
import { Dialog, DialogContent } from "../ui/dialog";

/** The link of an invitation, shown this once. */
export function LinkDialog({ made, onClose }: { made: MadeInvitation | null; onClose: () => void }) {
  return (
    <Dialog open={made !== null} onOpenChange={(open) => open || onClose()}>
      {made ? (
        <DialogContent
          title={made.mail === "sent" ? "The invitation is on its way" : "Send them this link"}
          footer={
            <Button variant="primary" onClick={onClose}>
              Done
            </Button>
          }
        >
          <p className="mb-4 text-sm">{wordsOf(made)}</p>
          <CopyBox label="Link" button="Copy link" text={made.url} />
          <p className="mt-3 text-faint text-xs">
            It lets in whoever has the address {made.invitation.email}, once, and is shown this once. Who
            opens it may be asked to show by a mail that the address is theirs.
          </p>
        </DialogContent>
      ) : null}
    </Dialog>
  );
}

function wordsOf({ mail, invitation: { email } }: MadeInvitation): string {
  if (mail === "sent") return `It was mailed to ${email}. You can send them the link yourself as well.`;
  if (mail === "failed") return `The mail to ${email} could not be sent. The invitation holds all the same.`;
  return `Nothing was mailed. Whoever has the address ${email} can join with this link.`;
}
