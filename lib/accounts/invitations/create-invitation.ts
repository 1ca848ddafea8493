import { z } from "zod";
import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { requireMail } from "@/lib/server/mail/mail-available";
import { recordEvent } from "../audit/record-event";
import { emailAddress } from "../email";
import { newId } from "../ids";
import { projectIds } from "../members/change-member";
import { lockMembers } from "../members/lock-members";
import { namedProjects } from "../members/named-projects";
import { requireMayGive } from "../members/require-may-give";
import { ROLES } from "../permissions";
import type { Scope } from "../scope";
import { admitInvitationMail } from "./admit-invitation-mail";
import { INVITATION_MS, INVITATION_SELECT, invitationObject, openInvitations } from "./invitation-item";
import { hashOfInvitation, newInvitationToken } from "./invitation-token";
import { type MadeInvitation, madeInvitation } from "./made-invitation";
import { requireRoom } from "./require-room";

export const createInvitationInput = z
  .strictObject({
    email: emailAddress,
    role: z.enum(ROLES),
    /** What a guest will see; nobody else's is limited. */
    projectIds: projectIds.default([]),
    /** Whether to mail it; the link is answered in any case. */
    mail: z.boolean(),
  })
  .refine(({ role, projectIds: chosen }) => role !== "guest" || chosen.length > 0, {
    error: "Choose at least one project that the guest will see.",
    path: ["projectIds"],
  });
export type CreateInvitationInput = z.infer<typeof createInvitationInput>;

/**
 * Invites whoever has an address. `conflict` at `/email` for a member, and for an address that was invited already;
 * only owners invite owners.
 */
export async function createInvitation(
  scope: Scope,
  input: CreateInvitationInput,
  now = new Date(),
): Promise<MadeInvitation> {
  const { email, role } = input;
  if (input.mail) {
    requireMail();
    await admitInvitationMail(scope, email);
  }
  const token = newInvitationToken();
  const row = await transaction(async (tx) => {
    requireMayGive(await lockMembers(tx, scope, "member.edit"), role);
    const seen = role === "guest" ? input.projectIds : [];
    const projects = await namedProjects(tx, scope, seen);
    await requireStranger(tx, scope, email, now);
    await requireRoom(tx, scope, now);
    const made = await tx.invitation.create({
      data: {
        ...{ id: newId("inv"), workspaceId: scope.workspaceId, email, role, projectIds: seen },
        tokenHash: hashOfInvitation(token),
        invitedById: scope.userId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + INVITATION_MS),
      },
      select: INVITATION_SELECT,
    });
    const details = { role, ...(role === "guest" ? { projects } : {}) };
    await recordEvent(tx, scope, "invitation.create", invitationObject(made), details);
    return made;
  });
  return madeInvitation(scope, row, { token, mail: input.mail, now });
}

/** An invitation that is too old makes room for a new one to the same address. */
async function requireStranger(
  tx: Prisma.TransactionClient,
  { workspaceId }: Scope,
  email: string,
  now: Date,
): Promise<void> {
  if ((await tx.member.count({ where: { workspaceId, user: { email } } })) > 0) {
    throw new AppError("conflict", "Whoever has this address is a member already.", { path: "/email" });
  }
  const open = { ...openInvitations(workspaceId), email };
  if ((await tx.invitation.count({ where: { ...open, expiresAt: { gt: now } } })) > 0) {
    throw new AppError(
      "conflict",
      "This address is invited already. Send that invitation again, or take it back first.",
      { path: "/email" },
    );
  }
  await tx.invitation.updateMany({ where: open, data: { revokedAt: now } });
}
