import { transaction } from "@/lib/server/db";
import { recordEvent } from "../audit/record-event";
import { lockMembers } from "../members/lock-members";
import { requireMayGive } from "../members/require-may-give";
import type { Scope } from "../scope";
import { INVITATION_SELECT, type InvitationItem, invitationObject, openInvitations } from "./invitation-item";
import { describeInvitations } from "./list-invitations";
import { requireRoom } from "./require-room";
import { invitationNotFound } from "./resend-invitation";

/** Takes an open invitation back: its link lets nobody in from now on. `restoreInvitation` undoes it. */
export async function revokeInvitation(scope: Scope, id: string, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    const actor = await lockMembers(tx, scope, "member.edit");
    const where = { id, ...openInvitations(scope.workspaceId) };
    const open = await tx.invitation.findFirst({ where, select: { id: true, email: true, role: true } });
    if (!open) throw invitationNotFound();
    requireMayGive(actor, open.role);
    // Whoever takes it up waits for the same lock: it is open until this ends.
    await tx.invitation.updateMany({ where, data: { revokedAt: now } });
    await recordEvent(tx, scope, "invitation.revoke", invitationObject(open));
  });
}

/** How long taking one back can be undone, ms. */
const UNDO_MS = 10 * 60_000;

/** Undoes `revokeInvitation`: the link that was sent works again, for as long as it would have. */
export async function restoreInvitation(scope: Scope, id: string, now = new Date()): Promise<InvitationItem> {
  const { workspaceId } = scope;
  const row = await transaction(async (tx) => {
    const actor = await lockMembers(tx, scope, "member.edit");
    const revoked = {
      ...{ id, workspaceId, acceptedAt: null },
      revokedAt: { gt: new Date(now.getTime() - UNDO_MS) },
    };
    const before = await tx.invitation.findFirst({ where: revoked, select: INVITATION_SELECT });
    if (!before) throw invitationNotFound();
    requireMayGive(actor, before.role);
    const twin = { ...openInvitations(workspaceId), email: before.email };
    // The same address was invited anew meanwhile: one of the two is enough.
    if ((await tx.invitation.count({ where: twin })) > 0) throw invitationNotFound();
    if (before.expiresAt > now) await requireRoom(tx, scope, now);
    await tx.invitation.updateMany({ where: revoked, data: { revokedAt: null } });
    await recordEvent(tx, scope, "invitation.restore", invitationObject(before));
    return before;
  });
  const [invitation] = await describeInvitations(workspaceId, [row], now);
  if (!invitation) throw invitationNotFound();
  return invitation;
}
