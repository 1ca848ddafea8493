import { db } from "@/lib/server/db";
import { mayGive } from "../members/require-may-give";
import type { Role } from "../permissions";
import type { Scope } from "../scope";
import {
  INVITATION_SELECT,
  type InvitationItem,
  type InvitationRow,
  openInvitations,
} from "./invitation-item";

/** The workspace's open invitations, those that are too old included, the newest first. */
export async function listInvitations({ workspaceId }: Scope, now = new Date()): Promise<InvitationItem[]> {
  const rows = await db().invitation.findMany({
    where: openInvitations(workspaceId),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 500,
    select: INVITATION_SELECT,
  });
  return describeInvitations(workspaceId, rows, now);
}

/** Rows with what stands elsewhere: who invited, and whether they still may. */
export async function describeInvitations(
  workspaceId: string,
  rows: readonly InvitationRow[],
  now: Date,
): Promise<InvitationItem[]> {
  const ids = [...new Set(rows.map((row) => row.invitedById))];
  const people = await db().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, members: { where: { workspaceId }, select: { role: true } } },
  });
  const known = new Map(people.map((person) => [person.id, person]));
  return rows.map(({ invitedById, createdAt: _created, ...row }) => {
    const inviter = known.get(invitedById);
    const role: Role | undefined = inviter?.members[0]?.role;
    const isOld = row.expiresAt <= now;
    const mayInvite = role !== undefined && mayGive(role, row.role);
    return {
      ...row,
      invitedBy: inviter?.name ?? "",
      problem: isOld ? "expired" : mayInvite ? null : "inviter",
    };
  });
}
