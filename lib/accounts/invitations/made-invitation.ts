import { AppError } from "@/lib/errors";
import type { Scope } from "../scope";
import type { InvitationItem, InvitationRow } from "./invitation-item";
import { invitationUrl } from "./invitation-token";
import { describeInvitations } from "./list-invitations";
import { type MailOutcome, mailInvitation } from "./mail-invitation";

export type MadeInvitation = {
  invitation: InvitationItem;
  /** Another link than the one in the mail. Told once: only its hash is kept. */
  url: string;
  mail: MailOutcome;
};

/** What is answered of an invitation with a fresh token, once it is mailed if it is to be. */
export async function madeInvitation(
  scope: Scope,
  row: InvitationRow,
  { token, mail, now }: { token: string; mail: boolean; now: Date },
): Promise<MadeInvitation> {
  const outcome = mail ? await mailInvitation(scope, row, now) : "none";
  const sent = outcome === "sent" ? { ...row, sentAt: now } : row;
  const [invitation] = await describeInvitations(scope.workspaceId, [sent], now);
  if (!invitation) throw new AppError("not_found", "The invitation is gone already.");
  return { invitation, url: invitationUrl(token), mail: outcome };
}
