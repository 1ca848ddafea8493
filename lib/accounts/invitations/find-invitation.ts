import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import type { Role } from "../permissions";
import { hashOfInvitation } from "./invitation-token";
import { describeInvitations } from "./list-invitations";

/** What whoever has the link is shown before they take it up. */
export type OfferedInvitation = {
  workspace: { slug: string; name: string };
  email: string;
  role: Role;
  /** What a guest will see. */
  projects: string[];
  invitedBy: string;
  /** Whether the token was only ever mailed, so that who has it reads mail to the address. */
  proven: boolean;
};

/** The invitation of a token, to be looked at; null for one that lets nobody in, whyever. Changes nothing. */
export async function findInvitation(token: string, now = new Date()): Promise<OfferedInvitation | null> {
  const hash = hashOfInvitation(token);
  const row = await db().invitation.findFirst({
    where: { OR: [{ tokenHash: hash }, { mailedHash: hash }] },
    include: { workspace: { select: { slug: true, name: true } } },
  });
  if (!row || row.acceptedAt || row.revokedAt) return null;
  const { workspaceId, workspace, email, role } = row;
  const [described] = await describeInvitations(workspaceId, [row], now);
  if (!described || described.problem) return null;
  const projects = await db().project.findMany({
    where: { workspaceId, id: { in: row.projectIds } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { name: true },
  });
  return {
    workspace,
    email,
    role,
    projects: projects.map(({ name }) => name),
    invitedBy: described.invitedBy,
    proven: row.mailedHash === hash,
  };
}

/**
 * The answer for a link that was copied, to somebody who has not shown that the invited address is theirs: it may have
 * been passed on. `mailInvitedLink` helps.
 */
export function addressUnproven(email: string): AppError {
  return new AppError(
    "forbidden",
    `Show first that ${email} is yours: have the link mailed there, and open it from the mail.`,
    { details: { email } },
  );
}

/** The one answer for a token that never was, was used, was taken back or is too old. */
export function invitationRefused(): AppError {
  return new AppError(
    "not_found",
    "This invitation lets nobody in: it was used, taken back, or is too old. Ask for a new one.",
  );
}
