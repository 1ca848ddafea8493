import { z } from "zod";
import { callApi, nothing } from "./call-api";

/** From the most to the least that one may do. */
export const MEMBER_ROLES = ["owner", "admin", "editor", "viewer", "guest"] as const;
export const memberRole = z.enum(MEMBER_ROLES);
export type MemberRole = z.infer<typeof memberRole>;

export const memberItem = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: memberRole,
  /** The projects a guest sees. */
  projectIds: z.array(z.string()),
  joinedAt: z.coerce.date(),
});
export type MemberItem = z.infer<typeof memberItem>;

export const invitationItem = z.object({
  id: z.string(),
  email: z.string(),
  role: memberRole,
  projectIds: z.array(z.string()),
  expiresAt: z.coerce.date(),
  sentAt: z.coerce.date().nullable(),
  invitedBy: z.string(),
  problem: z.enum(["expired", "inviter"]).nullable(),
});
export type InvitationItem = z.infer<typeof invitationItem>;

export const madeInvitation = z.object({
  invitation: invitationItem,
  url: z.string(),
  mail: z.enum(["sent", "failed", "none"]),
});
export type MadeInvitation = z.infer<typeof madeInvitation>;

const base = (workspace: string) => `/api/w/${encodeURIComponent(workspace)}`;

export function changeMember(
  workspace: string,
  userId: string,
  body: { role?: MemberRole; projectIds?: readonly string[] },
): Promise<MemberItem> {
  return callApi({
    method: "PATCH",
    path: `${base(workspace)}/members/${userId}`,
    body,
    answer: memberItem,
  });
}

const removal = z.object({ event: z.string() });

/** Gives what `restoreMember` needs to take it back. */
export function removeMember(workspace: string, userId: string): Promise<z.infer<typeof removal>> {
  return callApi({ method: "DELETE", path: `${base(workspace)}/members/${userId}`, answer: removal });
}

export function restoreMember(workspace: string, userId: string, event: string): Promise<MemberItem> {
  const path = `${base(workspace)}/members/${userId}/restore`;
  return callApi({ method: "POST", path, body: { event }, answer: memberItem });
}

export function transferOwnership(workspace: string, userId: string): Promise<void> {
  return callApi({
    method: "POST",
    path: `${base(workspace)}/transfer`,
    body: { userId },
    answer: nothing,
  });
}

export function leaveWorkspace(workspace: string): Promise<void> {
  return callApi({ method: "POST", path: `${base(workspace)}/leave`, answer: nothing });
}

export type NewInvitation = {
  email: string;
  role: MemberRole;
  projectIds: readonly string[];
  mail: boolean;
};

export function createInvitation(workspace: string, body: NewInvitation): Promise<MadeInvitation> {
  return callApi({ method: "POST", path: `${base(workspace)}/invitations`, body, answer: madeInvitation });
}

export function resendInvitation(workspace: string, id: string, mail: boolean): Promise<MadeInvitation> {
  const path = `${base(workspace)}/invitations/${id}/resend`;
  return callApi({ method: "POST", path, body: { mail }, answer: madeInvitation });
}

export function revokeInvitation(workspace: string, id: string): Promise<void> {
  return callApi({ method: "DELETE", path: `${base(workspace)}/invitations/${id}`, answer: nothing });
}

export function restoreInvitation(workspace: string, id: string): Promise<InvitationItem> {
  const path = `${base(workspace)}/invitations/${id}/restore`;
  return callApi({ method: "POST", path, answer: invitationItem });
}
