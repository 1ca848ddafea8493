import { z } from "zod";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { requireMail } from "@/lib/server/mail/mail-available";
import { invitationToken } from "./accept-invitation";
import { admitInvitationMail } from "./admit-invitation-mail";
import { findInvitation, invitationRefused } from "./find-invitation";
import { hashOfInvitation } from "./invitation-token";
import { mailInvitation } from "./mail-invitation";

export const invitedLinkInput = z.strictObject({ token: invitationToken });

/**
 * Mails a link of its own to the invited address, for whoever has the one that was copied: it may have been passed on, and
 * the mail shows whose the address is. `not_found` for a token that lets nobody in, `too_many` past what one address gets.
 */
export async function mailInvitedLink(token: string, now = new Date()): Promise<void> {
  requireMail();
  if (!(await findInvitation(token, now))) throw invitationRefused();
  const row = await db().invitation.findUnique({
    where: { tokenHash: hashOfInvitation(token) },
    select: { id: true, email: true, invitedById: true, workspace: { select: { id: true, name: true } } },
  });
  // One that was mailed needs no other.
  if (!row) throw new AppError("conflict", "This link came by mail already. Go on with it.");
  const { workspace, invitedById: userId } = row;
  // It goes out in the name of whoever invited, and counts as theirs.
  await admitInvitationMail({ workspaceId: workspace.id, userId }, row.email, "Look there, or try");
  const inviting = { userId, workspaceId: workspace.id, workspaceName: workspace.name };
  if ((await mailInvitation(inviting, row, now)) === "sent") return;
  throw new AppError("unavailable", "The mail could not be sent. Try again in a while.");
}
