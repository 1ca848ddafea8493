import type { Prisma } from "@/lib/server/generated/prisma/client";
import type { AuditedObject } from "../audit/record-events";
import type { Role } from "../permissions";

const DAY_MS = 24 * 60 * 60_000;

/** How long an invitation holds; sent again, it holds as long anew. */
export const INVITATION_MS = 7 * DAY_MS;

/** Invitations of one workspace that hold at a time. */
export const MOST_PENDING = 100;

export const INVITATION_SELECT = {
  id: true,
  email: true,
  role: true,
  projectIds: true,
  invitedById: true,
  createdAt: true,
  expiresAt: true,
  sentAt: true,
} as const satisfies Prisma.InvitationSelect;

export type InvitationRow = Prisma.InvitationGetPayload<{ select: typeof INVITATION_SELECT }>;

/** An invitation as those see it who may invite. */
export type InvitationItem = {
  id: string;
  email: string;
  role: Role;
  projectIds: string[];
  expiresAt: Date;
  /** When it was last mailed; null: its link was copied only. */
  sentAt: Date | null;
  /** What whoever invited is called; empty when they are gone. */
  invitedBy: string;
  /** Why it lets nobody in as it is: too old, or from somebody who may not invite like this any more. */
  problem: "expired" | "inviter" | null;
};

/** What was neither taken up nor taken back. */
export function openInvitations(workspaceId: string) {
  return { workspaceId, acceptedAt: null, revokedAt: null } satisfies Prisma.InvitationWhereInput;
}

/** An invitation as the log of what was done names it. */
export function invitationObject({ id, email }: { id: string; email: string }): AuditedObject {
  return { kind: "invitation", id, name: email };
}
