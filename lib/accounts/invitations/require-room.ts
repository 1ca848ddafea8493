import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { takeMember } from "@/lib/usage/member-quota";
import type { Scope } from "../scope";
import { MOST_PENDING, openInvitations } from "./invitation-item";

/** @throws AppError `conflict` when as many hold as may, or the plan has no place left */
export async function requireRoom(
  tx: Prisma.TransactionClient,
  { workspaceId }: Scope,
  now: Date,
): Promise<void> {
  const where = { ...openInvitations(workspaceId), expiresAt: { gt: now } };
  if ((await tx.invitation.count({ where })) >= MOST_PENDING) {
    throw new AppError(
      "conflict",
      `At most ${MOST_PENDING} invitations of a workspace can be open. Take back those that nobody will use.`,
      { details: { limit: MOST_PENDING } },
    );
  }
  await takeMember(tx, { workspaceId }, now);
}
