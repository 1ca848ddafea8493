import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { lockWorkspace } from "@/lib/server/lock-workspace";
import type { Action, Role } from "../permissions";
import { requireAllowed, type Scope } from "../scope";

/**
 * Takes turns with everybody who changes who is in this workspace, until the transaction ends, and gives the role that
 * the person who asks has now: while they waited, somebody may have taken it from them. Rows that only point at the
 * workspace, such as new templates, do not wait.
 * @throws AppError `not_found` for one who is no member any more, `forbidden` for one who may not do it any more
 */
export async function lockMembers(
  tx: Prisma.TransactionClient,
  { workspaceId, userId }: Scope,
  action: Action,
): Promise<Role> {
  await lockWorkspace(tx, workspaceId);
  const member = await tx.member.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { role: true },
  });
  if (!member) throw new AppError("not_found", "There is no such workspace, or you are not a member of it.");
  requireAllowed(member.role, action);
  return member.role;
}
