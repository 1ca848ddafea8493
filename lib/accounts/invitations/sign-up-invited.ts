import { z } from "zod";
import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/server/db";
import { mailAvailable } from "@/lib/server/mail/mail-available";
import { newId } from "../ids";
import { hashPassword } from "../password";
import { newPassword } from "../password-rule";
import { personName } from "../person-name";
import { invitationToken, type Joined, redeemInvitation } from "./accept-invitation";
import { addressUnproven, findInvitation, invitationRefused } from "./find-invitation";

export const signUpInvitedInput = z.strictObject({
  token: invitationToken,
  name: personName,
  password: newPassword,
});

/**
 * Makes an account with the invited address and takes the invitation up, both or neither. They get no workspace of their
 * own: they came for this one, and can make another whenever they like. An address that has an account is a `conflict`; a
 * link that was copied is `forbidden` while mail could show whose the address is.
 */
export async function signUpInvited(
  { token, name, password }: z.infer<typeof signUpInvitedInput>,
  now = new Date(),
): Promise<Joined & { userId: string; email: string }> {
  const invitation = await findInvitation(token, now);
  // Before a hash is made, which nobody is to order with a made-up token.
  if (!invitation) throw invitationRefused();
  const { email, proven } = invitation;
  if (!proven && mailAvailable()) throw addressUnproven(email);
  const passwordHash = await hashPassword(password, "sign-up");
  const userId = newId("usr");
  return transaction(async (tx) => {
    const emailVerifiedAt = proven ? now : null;
    const { count } = await tx.user.createMany({
      data: { id: userId, email, name, passwordHash, emailVerifiedAt },
      skipDuplicates: true,
    });
    if (count === 0) {
      throw new AppError("conflict", "There is an account with this address already. Sign in instead.", {
        path: "/email",
      });
    }
    const joined = await redeemInvitation(
      tx,
      { userId, email, name, emailVerifiedAt, sessionId: "" },
      token,
      now,
    );
    return { ...joined, userId, email };
  });
}
