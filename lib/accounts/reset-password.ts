import { z } from "zod";
import { db, transaction } from "@/lib/server/db";
import { inBackground } from "@/lib/server/in-background";
import { redeemToken, tokenHolds, withdrawTokens } from "./one-time-tokens";
import { hashPassword } from "./password";
import { newPassword } from "./password-rule";
import { mailPasswordChanged } from "./sign-in-mails";
import { tokenSpent, tokenText } from "./token-spent";

export const passwordReset = z.strictObject({ token: tokenText, password: newPassword });
export type PasswordReset = z.infer<typeof passwordReset>;

/**
 * Sets the password of the person a link was mailed to, ends all their sessions and withdraws the other links. The
 * second step stays. `gone` when the link does not work; it is used up only when all of this is done.
 */
export async function resetPassword({ token, password }: PasswordReset, now = new Date()): Promise<void> {
  if (!(await tokenHolds("reset_password", token, now))) throw spent();
  const passwordHash = await hashPassword(password, "sign-in");
  const email = await transaction(async () => {
    const userId = await redeemToken("reset_password", token, now);
    if (userId === null) throw spent();
    const user = await db().user.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true, emailVerifiedAt: true },
    });
    if (!user.emailVerifiedAt) await dropStrangersKeys(userId, now);
    await db().user.update({
      where: { id: userId },
      data: { passwordHash, emailVerifiedAt: user.emailVerifiedAt ?? now },
      select: { id: true },
    });
    await db().session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
    await withdrawTokens(userId, ["reset_password", "sign_in"]);
    return user.email;
  });
  inBackground("mailing that a password was changed", () => mailPasswordChanged(email));
}

function spent() {
  return tokenSpent("Ask for a new one on the page to sign in.");
}

/**
 * Nobody had shown that the address is theirs before this link was opened, so whoever signed up with it may have been
 * somebody else, who must not keep a way in that a new password does not close.
 */
async function dropStrangersKeys(userId: string, now: Date): Promise<void> {
  await db().apiKey.updateMany({ where: { createdById: userId, revokedAt: null }, data: { revokedAt: now } });
  await db().invitation.updateMany({
    where: { invitedById: userId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  await db().webhookEndpoint.updateMany({
    where: { createdById: userId, disabledAt: null },
    data: { disabledAt: now, disabledFor: "person" },
  });
  // Links ask for what holds every few seconds.
  await db().signingKey.updateMany({
    where: { createdById: userId, revokedAt: null },
    data: { revokedAt: now },
  });
  await db().oAuthAccount.deleteMany({ where: { userId } });
  await db().twoStep.deleteMany({ where: { userId } });
  await db().recoveryCode.deleteMany({ where: { userId } });
}
