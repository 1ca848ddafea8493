import { transaction } from "@/lib/server/db";
import { recordEvent } from "../audit/record-event";
import type { Scope } from "../scope";
import { findMember, memberObject } from "./find-member";
import { lockMembers } from "./lock-members";
import { requireMayGive } from "./require-may-give";
import { requireOwnerLeft } from "./require-owner-left";

/**
 * Takes somebody out of the workspace: their next request is a stranger's, and so is that of each of their keys. Gives
 * the event by which `restoreMember` takes it back.
 */
export async function removeMember(scope: Scope, userId: string): Promise<{ event: string }> {
  return transaction(async (tx) => {
    const actor = await lockMembers(tx, scope, "member.edit");
    const member = await findMember(tx, scope, userId);
    requireMayGive(actor, member.role);
    if (member.role === "owner") await requireOwnerLeft(tx, scope, userId);
    const { workspaceId } = scope;
    await tx.member.delete({ where: { workspaceId_userId: { workspaceId, userId } } });
    const event = await recordEvent(tx, scope, "member.remove", memberObject(member), {
      role: member.role,
      projectIds: member.projectIds,
      joinedAt: member.createdAt.toISOString(),
    });
    return { event };
  });
}
