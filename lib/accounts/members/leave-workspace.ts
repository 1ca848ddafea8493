import { transaction } from "@/lib/server/db";
import { recordEvent } from "../audit/record-event";
import type { Scope } from "../scope";
import { findMember, memberObject } from "./find-member";
import { lockMembers } from "./lock-members";
import { requireOwnerLeft } from "./require-owner-left";

/** Takes the person who asks out of the workspace. `conflict` for its only owner. */
export async function leaveWorkspace(scope: Scope): Promise<void> {
  const { workspaceId, userId } = scope;
  await transaction(async (tx) => {
    const role = await lockMembers(tx, scope, "workspace.leave");
    if (role === "owner") await requireOwnerLeft(tx, scope, userId);
    const member = await findMember(tx, scope, userId);
    await tx.member.delete({ where: { workspaceId_userId: { workspaceId, userId } } });
    await recordEvent(tx, scope, "workspace.leave", memberObject(member), { role });
  });
}
