"use client";

import { useEffect, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import {
  type InvitationItem,
  type MadeInvitation,
  resendInvitation,
  restoreInvitation,
  revokeInvitation,
} from "../api/members";
import { toastWithUndo } from "../ui/toast-with-undo";

/** The open invitations as they are after what was done here, and what can be done about them. */
export function useInvitations(workspace: string, loaded: readonly InvitationItem[]) {
  const [invitations, setInvitations] = useState(loaded);
  /** An invitation whose new link is shown. */
  const [shown, setShown] = useState<MadeInvitation | null>(null);
  useEffect(() => setInvitations(loaded), [loaded]);

  function put(changed: InvitationItem) {
    setInvitations((before) =>
      before.some(({ id }) => id === changed.id)
        ? before.map((each) => (each.id === changed.id ? changed : each))
        : [changed, ...before.filter(({ email }) => email !== changed.email)],
    );
  }

  async function attempt(deed: () => Promise<void>) {
    try {
      await deed();
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  return {
    invitations,
    shown,
    hide: () => setShown(null),
    add: ({ invitation }: MadeInvitation) => put(invitation),
    /** Mails it anew, or makes a new link to copy. */
    renew: ({ id }: InvitationItem, mail: boolean) =>
      attempt(async () => {
        const made = await resendInvitation(workspace, id, mail);
        put(made.invitation);
        if (made.mail === "sent") toast(`Sent to ${made.invitation.email}`);
        else setShown(made);
      }),
    revoke: ({ id, email }: InvitationItem) =>
      attempt(async () => {
        await revokeInvitation(workspace, id);
        setInvitations((before) => before.filter((each) => each.id !== id));
        toastWithUndo(`The invitation to ${email} was taken back`, () => {
          void attempt(async () => put(await restoreInvitation(workspace, id)));
        });
      }),
  };
}
