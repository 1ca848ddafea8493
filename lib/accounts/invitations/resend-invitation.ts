import { z } from "zod";
import { AppError } from "@/lib/errors";
import { db, transaction } from "@/lib/server/db";
import { requireMail } from "@/lib/server/mail/mail-available";
import { recordEvent } from "../audit/record-event";
import { lockMembers } from "../members/lock-members";
import { requireMayGive } from "../members/require-may-give";
import type { Scope } from "../scope";
import { admitInvitationMail } from "./admit-invitation-mail";
import { INVITATION_MS, INVITATION_SELECT, invitationObject, openInvitations } from "./invitation-item";
import { hashOfInvitation, newInvitationToken } from "./invitation-token";
import { type MadeInvitation, madeInvitation } from "./made-invitation";
import { requireRoom } from "./require-room";

export const resendInvitationInput = z.strictObject({
  /** Whether to mail it; the new link is answered in any case. */
  mail: z.boolean(),
});

/**
 * Gives an open invitation a new link, which holds as long as a new one does; the link before works no more. Whoever
 * asks is the one who invites from now on.
 */
export async function resendInvitation(
  scope: Scope,
  id: string,
  { mail }: z.infer<typeof resendInvitationInput>,
  now = new Date(),
): Promise<MadeInvitation> {
  const where = { id, ...openInvitations(scope.workspaceId) };
  if (mail) {
    requireMail();
    const known = await db().invitation.findFirst({ where, select: { email: true } });
    if (known) await admitInvitationMail(scope, known.email);
  }
  const token = newInvitationToken();
  const row = await transaction(async (tx) => {
    const actor = await lockMembers(tx, scope, "member.edit");
    const before = await tx.invitation.findFirst({ where, select: INVITATION_SELECT });
    if (!before) throw invitationNotFound();
    requireMayGive(actor, before.role);
    if (before.expiresAt <= now) await requireRoom(tx, scope, now);
    const [renewed] = await tx.invitation.updateManyAndReturn({
      where,
      data: {
        tokenHash: hashOfInvitation(token),
        mailedHash: null,
        invitedById: scope.userId,
        expiresAt: new Date(now.getTime() + INVITATION_MS),
      },
      select: INVITATION_SELECT,
    });
    if (!renewed) throw invitationNotFound();
    await recordEvent(tx, scope, "invitation.resend", invitationObject(renewed), { mailed: mail });
    return renewed;
  });
  return madeInvitation(scope, row, { token, mail, now });
}

/** The one answer for an invitation that never was, is not open any more, or is somebody else's. */
export function invitationNotFound(): AppError {
  return new AppError("not_found", "There is no such open invitation in this workspace.");
}
