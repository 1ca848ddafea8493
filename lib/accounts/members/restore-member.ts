import { z } from "zod";
import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { takeMember } from "@/lib/usage/member-quota";
import { recordEvent } from "../audit/record-event";
import { ROLES } from "../permissions";
import type { Scope } from "../scope";
import { findMember, memberObject } from "./find-member";
import { type MemberItem, memberItem } from "./list-members";
import { lockMembers } from "./lock-members";
import { requireMayGive } from "./require-may-give";

/** How long a removal can be taken back by whoever made it. Later they are invited anew, and asked. */
const UNDO_MS = 10 * 60_000;

export const restoreMemberInput = z.strictObject({
  /** What `removeMember` gave. */
  event: z.string().max(60),
});

const removed = z.object({
  role: z.enum(ROLES),
  projectIds: z.array(z.string()),
  joinedAt: z.iso.datetime(),
});

/**
 * Takes a removal back: the member is what they were, since when they were. What they were is read from the log, so that
 * nobody can be put into a workspace in this way who was not in it a moment ago.
 * @throws AppError `conflict` when it was too long ago, somebody else's deed, or not the last thing that happened
 */
export async function restoreMember(
  scope: Scope,
  userId: string,
  { event }: z.infer<typeof restoreMemberInput>,
  now = new Date(),
): Promise<MemberItem> {
  return transaction(async (tx) => {
    const actor = await lockMembers(tx, scope, "member.edit");
    const before = await removalOf(tx, scope, { userId, event, now });
    requireMayGive(actor, before.role);
    await takeMember(tx, scope, now);
    const { joinedAt, ...row } = before;
    const { count } = await tx.member.createMany({
      data: { ...row, workspaceId: scope.workspaceId, userId, createdAt: new Date(joinedAt) },
      skipDuplicates: true,
    });
    if (count === 0) throw tooLate();
    const member = await findMember(tx, scope, userId);
    await recordEvent(tx, scope, "member.restore", memberObject(member), { role: member.role });
    return memberItem(member);
  });
}

async function removalOf(
  tx: Prisma.TransactionClient,
  { workspaceId, userId: actorId }: Scope,
  { userId, event, now }: { userId: string; event: string; now: Date },
): Promise<z.infer<typeof removed>> {
  const about = { workspaceId, objectKind: "member", objectId: userId };
  const last = await tx.auditEvent.findFirst({
    where: about,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, action: true, userId: true, at: true, details: true },
  });
  if (!last || !(await tx.user.findUnique({ where: { id: userId }, select: { id: true } }))) {
    throw new AppError("not_found", "There is no such member in this workspace.");
  }
  const isMine = last.id === event && last.action === "member.remove" && last.userId === actorId;
  const parsed = removed.safeParse(last.details);
  if (!isMine || !parsed.success || now.getTime() - last.at.getTime() > UNDO_MS) throw tooLate();
  return parsed.data;
}

function tooLate(): AppError {
  return new AppError("conflict", "This removal cannot be taken back any more. Invite them again.");
}
