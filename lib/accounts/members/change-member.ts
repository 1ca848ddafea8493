import { z } from "zod";
import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/server/db";
import { recordEvent } from "../audit/record-event";
import { ROLES, type Role } from "../permissions";
import type { Scope } from "../scope";
import { findMember, memberObject } from "./find-member";
import { type MemberItem, memberItem } from "./list-members";
import { lockMembers } from "./lock-members";
import { namedProjects } from "./named-projects";
import { requireMayGive } from "./require-may-give";
import { requireOwnerLeft } from "./require-owner-left";

/** Projects that a guest sees. */
export const projectIds = z
  .array(z.string().max(60))
  .max(500)
  .transform((ids) => [...new Set(ids)]);

export const changeMemberInput = z
  .strictObject({ role: z.enum(ROLES), projectIds })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "Say what to change: role or projectIds.");
export type ChangeMemberInput = z.infer<typeof changeMemberInput>;

/**
 * Gives a member another role, or a guest other projects; the member's next request is judged by it. Owners are made
 * and unmade by owners only, nobody raises themselves, and the last owner stays one.
 */
export async function changeMember(
  scope: Scope,
  userId: string,
  change: ChangeMemberInput,
): Promise<MemberItem> {
  return transaction(async (tx) => {
    const actor = await lockMembers(tx, scope, "member.edit");
    const before = await findMember(tx, scope, userId);
    const role = change.role ?? before.role;
    requireMayGive(actor, before.role);
    requireMayGive(actor, role);
    if (userId === scope.userId) refuseRaise(before.role, role);
    if (before.role === "owner" && role !== "owner") await requireOwnerLeft(tx, scope, userId);
    const projects = change.projectIds ?? before.projectIds;
    const names = await namedProjects(tx, scope, projects);
    const { workspaceId } = scope;
    await tx.member.update({
      where: { workspaceId_userId: { workspaceId, userId } },
      data: { role, projectIds: projects },
      select: { userId: true },
    });
    const isSame = role === before.role && projects.join() === before.projectIds.join();
    if (!isSame) {
      const details = { from: before.role, to: role, ...(role === "guest" ? { projects: names } : {}) };
      await recordEvent(tx, scope, "member.edit", memberObject(before), details);
    }
    return memberItem({ ...before, role, projectIds: projects });
  });
}

/** The table of permissions gives this right to none but owners and admins; it is refused here all the same. */
function refuseRaise(before: Role, role: Role): void {
  if (ROLES.indexOf(role) >= ROLES.indexOf(before)) return;
  throw new AppError("forbidden", "Nobody can raise their own role. Ask an owner of the workspace.", {
    path: "/role",
  });
}
