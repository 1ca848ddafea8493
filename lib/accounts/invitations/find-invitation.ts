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
};

/** The invitation of a token, to be looked at; null for one that lets nobody in, whyever. Changes nothing. */
export async function findInvitation(token: string, now = new Date()): Promise<OfferedInvitation | null> {
  const row = await db().invitation.findUnique({
    where: { tokenHash: hashOfInvitation(token) },
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
  };
}

/** The one answer for a token that never was, was used, was taken back or is too old. */
export function invitationRefused(): AppError {
  return new AppError(
    "not_found",
    "This invitation lets nobody in: it was used, taken back, or is too old. Ask for a new one.",
  );
}
