import { z } from "zod";
import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/server/db";
import { recordEvent } from "../audit/record-event";
import type { Scope } from "../scope";
import { findMember, memberObject } from "./find-member";
import { lockMembers } from "./lock-members";

export const transferInput = z.strictObject({ userId: z.string().max(60) });

/** Makes another member an owner, and the owner who asks an admin: both or neither. */
export async function transferOwnership(
  scope: Scope,
  { userId }: z.infer<typeof transferInput>,
): Promise<void> {
  if (userId === scope.userId) {
    throw new AppError("invalid", "You are an owner already. Choose another member.", { path: "/userId" });
  }
  const { workspaceId } = scope;
  await transaction(async (tx) => {
    await lockMembers(tx, scope, "workspace.transfer");
    const member = await findMember(tx, scope, userId);
    await tx.member.updateMany({ where: { workspaceId, userId }, data: { role: "owner" } });
    await tx.member.updateMany({ where: { workspaceId, userId: scope.userId }, data: { role: "admin" } });
    await recordEvent(tx, scope, "workspace.transfer", memberObject(member), { from: member.role });
  });
}
