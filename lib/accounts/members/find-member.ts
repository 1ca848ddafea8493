import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import type { AuditedObject } from "../audit/record-events";
import type { Scope } from "../scope";

export const MEMBER_SELECT = {
  userId: true,
  role: true,
  projectIds: true,
  createdAt: true,
  user: { select: { name: true, email: true } },
} as const satisfies Prisma.MemberSelect;

export type MemberRow = Prisma.MemberGetPayload<{ select: typeof MEMBER_SELECT }>;

/** A member of the scope's workspace. Somebody who is none is `not_found`, whether or not there is such a person. */
export async function findMember(
  tx: Prisma.TransactionClient,
  { workspaceId }: Scope,
  userId: string,
): Promise<MemberRow> {
  const member = await tx.member.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: MEMBER_SELECT,
  });
  if (!member) throw new AppError("not_found", "There is no such member in this workspace.");
  return member;
}

/** A member as the log of what was done names them. */
export function memberObject({ userId, user }: MemberRow): AuditedObject {
  return { kind: "member", id: userId, name: user.name };
}
