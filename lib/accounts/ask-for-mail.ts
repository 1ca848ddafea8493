import { z } from "zod";
import { db } from "@/lib/server/db";
import { inBackground } from "@/lib/server/in-background";
import { requireMail } from "@/lib/server/mail/mail-available";
import { emailAddress } from "./email";
import { loginLimiter } from "./login-limiter";
import { createToken } from "./one-time-tokens";
import { mailResetPassword, mailSignInLink, mailSignInUnconfirmed } from "./sign-in-mails";
import { refuseWhileWaiting } from "./too-many";

export const mailRequest = z.strictObject({ email: emailAddress });

export const signInLinkRequest = mailRequest.extend({
  /** The page to come to, judged when it is gone to. */
  next: z.string().startsWith("/").max(500).optional(),
});

type Asker = { email: string /** Of the client. */; address: string };
type Addressee = { id: string; email: string; emailVerifiedAt: Date | null };

/** Mails a link to choose a new password to whoever has the address. */
export function askForReset(asker: Asker): Promise<void> {
  return askForMail("mailing a link to reset a password", asker, async ({ id, email }) => {
    await mailResetPassword(email, await createToken("reset_password", id));
  });
}

/** Mails a link to sign in to whoever has the address. */
export function askForSignInLink({ next, ...asker }: Asker & { next?: string | undefined }): Promise<void> {
  return askForMail("mailing a link to sign in", asker, async ({ id, email, emailVerifiedAt }) => {
    if (emailVerifiedAt) await mailSignInLink(email, await createToken("sign_in", id), next);
    else await mailSignInUnconfirmed(email, await createToken("reset_password", id));
  });
}

/**
 * Counts, looks the address up, and answers; what only follows for an account that is there happens afterwards, so
 * that neither the answer nor its time tells whether it is. `too_many` for one who asks too often, `unavailable`
 * where no mail is sent at all: both for any address alike.
 */
async function askForMail(
  what: string,
  { email, address }: Asker,
  send: (to: Addressee) => Promise<void>,
): Promise<void> {
  requireMail();
  const { wait, mail } = loginLimiter().mail(email, address);
  refuseWhileWaiting(wait, (time) => `You have asked for several mails already. Try again in ${time}.`);
  const found = await db().user.findUnique({
    where: { email },
    select: { id: true, email: true, emailVerifiedAt: true },
  });
  if (found && mail) inBackground(what, () => send(found));
}
