import { db } from "@/lib/server/db";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import type { Identity } from "../identity";
import { findInvitation, invitationRefused, type OfferedInvitation } from "./find-invitation";

export type LookedAtInvitation = {
  invitation: OfferedInvitation;
  /** Who looks; null for somebody who is not signed in. */
  viewer: { email: string; isMember: boolean } | null;
  /** Whether the address has to be shown to be theirs, by a mail, before they can go on. */
  needsMail: boolean;
};

/** An invitation as whoever has its link sees it. @throws AppError `not_found` */
export async function lookAtInvitation(
  token: string,
  identity: Identity | null,
  now = new Date(),
): Promise<LookedAtInvitation> {
  const invitation = await findInvitation(token, now);
  if (!invitation) throw invitationRefused();
  const { email, workspace, proven } = invitation;
  const user = identity
    ? await db().user.findUnique({
        where: { id: identity.userId },
        select: {
          email: true,
          emailVerifiedAt: true,
          members: { where: { workspace: { slug: workspace.slug } }, select: { userId: true } },
        },
      })
    : null;
  const isProven = proven || (user?.email === email && user.emailVerifiedAt !== null);
  return {
    invitation,
    viewer: user ? { email: user.email, isMember: user.members.length > 0 } : null,
    needsMail: !isProven && mailAvailable(),
  };
}
