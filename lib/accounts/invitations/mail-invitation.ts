import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { mailLayout } from "@/lib/server/mail/mail-layout";
import { sendMail } from "@/lib/server/mail/send-mail";
import type { Scope } from "../scope";
import { invitationUrl } from "./invitation-token";

/** Whether the mail has gone; when it has not, the link that was answered still works. */
export type MailOutcome = "sent" | "failed" | "none";

/** Mails an invitation. Not in a transaction: a mail server takes its time. */
export async function mailInvitation(
  { userId, workspaceId, workspaceName }: Scope,
  { id, email }: { id: string; email: string },
  token: string,
  now: Date,
): Promise<MailOutcome> {
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
  await db().invitation.updateMany({ where: { id, workspaceId }, data: { sentAt: now } });
  return "sent";
}
