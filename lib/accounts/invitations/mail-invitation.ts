import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { mailLayout } from "@/lib/server/mail/mail-layout";
import { sendMail } from "@/lib/server/mail/send-mail";
import type { Scope } from "../scope";
import { openInvitations } from "./invitation-item";
import { hashOfInvitation, invitationUrl, newInvitationToken } from "./invitation-token";

/** Whether the mail has gone; when it has not, the link that was answered still works. */
export type MailOutcome = "sent" | "failed" | "none";

/** Whose invitation it is. */
export type Inviting = Pick<Scope, "userId" | "workspaceId" | "workspaceName">;

/**
 * Mails an invitation with a token of its own, in place of the one that was mailed before. Not in a transaction: a mail
 * server takes its time.
 */
export async function mailInvitation(
  { userId, workspaceId, workspaceName }: Inviting,
  { id, email }: { id: string; email: string },
  now: Date,
): Promise<MailOutcome> {
  const token = newInvitationToken();
  const where = { id, ...openInvitations(workspaceId) };
  const inviter = await db().user.findUnique({ where: { id: userId }, select: { name: true } });
  const heading = `${inviter?.name ?? "Somebody"} invites you to ${workspaceName}`;
  try {
    await sendMail({
      to: email,
      subject: heading,
      ...mailLayout({
        heading,
        paragraphs: [
          `${workspaceName} is a workspace on Nameplate, where pictures are designed that show everybody their own name.`,
        ],
        link: { label: "Join the workspace", url: invitationUrl(token) },
        closing: [
          "The link holds for 7 days and lets in whoever has this address. If you expected nothing of the kind, delete this mail: nothing happens.",
        ],
      }),
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return "failed";
  }
  // Not before: where the mail cannot go, the link that went before works on.
  await db().invitation.updateMany({ where, data: { sentAt: now, mailedHash: hashOfInvitation(token) } });
  return "sent";
}
