import { z } from "zod";
import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { lockWorkspace } from "@/lib/server/lock-workspace";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import { takeMember } from "@/lib/usage/member-quota";
import { recordEvent } from "../audit/record-event";
import type { Identity } from "../identity";
import { mayGive } from "../members/require-may-give";
import { ROLES } from "../permissions";
import { addressUnproven, invitationRefused } from "./find-invitation";
import { hashOfInvitation } from "./invitation-token";

export const invitationToken = z.string().max(100);
export const acceptInvitationInput = z.strictObject({ token: invitationToken });

export type Joined = { workspace: string };

/**
 * Makes the person a member of the workspace that the token invites to, once. `not_found` for a token that lets nobody in;
 * `forbidden` where it is bound to another address, or to theirs and they have not shown that it is theirs, and
 * `conflict` for a member: then it stays as it was.
 */
export async function acceptInvitation(
  { userId, sessionId }: Identity,
  token: string,
  now = new Date(),
): Promise<Joined> {
  return transaction(async (tx) => {
    const person = await tx.user.findUnique({
      where: { id: userId },
      select: { email: true, name: true, emailVerifiedAt: true },
    });
    if (!person) throw new AppError("not_signed_in", "Your account is gone. Sign in again.");
    return redeemInvitation(tx, { ...person, userId, sessionId }, token, now);
  });
}

export type Joiner = {
  userId: string;
  email: string;
  name: string;
  emailVerifiedAt: Date | null;
  sessionId: string;
};

const redeemed = z.array(
  z.object({
    id: z.string(),
    workspaceId: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    projectIds: z.array(z.string()),
    invitedById: z.string(),
    proven: z.boolean().nullable(),
  }),
);

/** Uses a token up and makes its person a member. A refusal has to undo the transaction, and the token is whole again. */
export async function redeemInvitation(
  tx: Prisma.TransactionClient,
  { userId, email, name, emailVerifiedAt, sessionId }: Joiner,
  token: string,
  now: Date,
): Promise<Joined> {
  // Whoever changes who is in a workspace takes its turn before anything else: nobody then waits in a circle.
  const hash = hashOfInvitation(token);
  const known = await tx.invitation.findFirst({
    where: { OR: [{ tokenHash: hash }, { mailedHash: hash }] },
    select: { workspaceId: true },
  });
  if (known) await lockWorkspace(tx, known.workspaceId);
  // One statement: of any number who come with the same token at once, one gets it.
  const [invitation] = redeemed.parse(
    await tx.$queryRaw`
      UPDATE "Invitation" SET "acceptedAt" = ${now}, "acceptedById" = ${userId}
      WHERE ("tokenHash" = ${hash} OR "mailedHash" = ${hash})
        AND "acceptedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > ${now}
      RETURNING id, "workspaceId", email, role::text, "projectIds", "invitedById", "mailedHash" = ${hash} AS proven`,
  );
  if (!invitation) throw invitationRefused();
  const { workspaceId, role, projectIds, invitedById } = invitation;
  const inviter = await tx.member.findUnique({
    where: { workspaceId_userId: { workspaceId, userId: invitedById } },
    select: { role: true, user: { select: { name: true } } },
  });
  // Whoever may not let anybody in today, cannot have done so yesterday for today.
  if (!inviter || !mayGive(inviter.role, role)) throw invitationRefused();
  if (invitation.email !== email) {
    throw new AppError(
      "forbidden",
      `This invitation is for ${invitation.email}, and you are signed in as ${email}. Sign in with the other address.`,
      { details: { email: invitation.email } },
    );
  }
  if (!invitation.proven && emailVerifiedAt === null && mailAvailable()) throw addressUnproven(email);
  if (invitation.proven && emailVerifiedAt === null) {
    await tx.user.updateMany({ where: { id: userId }, data: { emailVerifiedAt: now } });
  }
  const { slug } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { slug: true },
  });
  await takeMember(tx, { workspaceId }, now, { joining: true });
  const { count } = await tx.member.createMany({
    data: { workspaceId, userId, role, projectIds },
    skipDuplicates: true,
  });
  if (count === 0) {
    throw new AppError("conflict", "You are a member of this workspace already.", {
      details: { workspace: slug },
    });
  }
  // What they left behind when they were a member before does not come back with them.
  await tx.apiKey.updateMany({
    where: { workspaceId, createdById: userId, revokedAt: null },
    data: { revokedAt: now },
  });
  const actor = { workspaceId, userId, via: { kind: "session", sessionId } } as const;
  const object = { kind: "member", id: userId, name };
  await recordEvent(tx, actor, "member.join", object, { role, invitedBy: inviter.user.name });
  return { workspace: slug };
}
