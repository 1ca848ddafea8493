import { AppError } from "@/lib/errors";
import { db, transaction } from "@/lib/server/db";
import { inBackground } from "@/lib/server/in-background";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import { createPersonLimiter } from "@/lib/server/person-limiter";
import { processWide } from "@/lib/server/process-registry";
import type { Identity } from "./identity";
import { createToken, redeemToken, withdrawTokens } from "./one-time-tokens";
import { mailConfirmEmail } from "./sign-in-mails";
import { tokenSpent } from "./token-spent";
import { refuseWhileWaiting } from "./too-many";

/** Mails one person may ask for in an hour. */
const RESEND = { most: 4, windowMs: 60 * 60_000 };

/** Mails the link that confirms a new person's address, without anybody waiting for it. */
export function mailFirstConfirmation(userId: string): void {
  if (mailAvailable()) inBackground("mailing a link to confirm an address", () => mailConfirmation(userId));
}

/** Mails the link once more, to somebody who waits: `unavailable` when it could not be sent. */
export async function resendConfirmation({ userId }: Identity): Promise<void> {
  const limiter = processWide("confirmation-limiter", () => createPersonLimiter(RESEND));
  refuseWhileWaiting(
    limiter.attempt(userId),
    (time) => `Several mails are on their way already. Try again in ${time}.`,
  );
  await mailConfirmation(userId);
}

async function mailConfirmation(userId: string): Promise<void> {
  const user = await db().user.findUnique({
    where: { id: userId },
    select: { email: true, emailVerifiedAt: true },
  });
  if (!user) throw new AppError("not_signed_in", "Your account is gone. Sign in again.");
  if (user.emailVerifiedAt) throw new AppError("conflict", "Your e-mail is confirmed already.");
  await mailConfirmEmail(user.email, await createToken("verify_email", userId));
}

/**
 * Confirms the address that a link was mailed to. Only for whoever is signed in to that account: somebody who signed up
 * with another person's address must not have it confirmed by that person's click. `gone` when the link does not work.
 */
export async function confirmEmail(identity: Identity, token: string, now = new Date()): Promise<void> {
  await transaction(async () => {
    const userId = await redeemToken("verify_email", token, now);
    if (userId !== identity.userId) {
      throw tokenSpent("If your address is not confirmed yet, have another link mailed from your settings.");
    }
    await db().user.updateMany({
      where: { id: userId, emailVerifiedAt: null },
      data: { emailVerifiedAt: now },
    });
    await withdrawTokens(userId, ["verify_email"]);
  });
}
