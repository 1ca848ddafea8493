import { z } from "zod";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import type { Identity } from "./identity";
import { hashPassword } from "./password";
import { newPassword } from "./password-rule";
import { HASH_ROUNDS, replaceHash } from "./replace-hash";
import { revokeOtherSessions } from "./sessions";
import { tryPassword } from "./try-password";

export const passwordChange = z.strictObject({
  current: z.string().min(1, "Enter your current password."),
  next: newPassword,
});
export type PasswordChange = z.infer<typeof passwordChange>;

/**
 * Changes the password of the person who asks and ends all their sessions but the one that asks. A wrong current
 * password is `invalid` at `/current` and counts like one at sign-in, or an unattended browser would be a place to
 * guess at.
 */
export async function changePassword(
  identity: Identity,
  { current, next }: PasswordChange,
  address: string,
): Promise<void> {
  const { userId } = identity;
  for (let round = 0; round < HASH_ROUNDS; round += 1) {
    const user = await loadHash(userId);
    if (!(await tryPassword({ ...user, password: current }, address))) {
      throw new AppError("invalid", "This is not your current password.", { path: "/current" });
    }
    const replacement = { userId, verified: user.passwordHash, next: await hashPassword(next, "sign-in") };
    const changed = await replaceHash(replacement, async (tx) => {
      await revokeOtherSessions(identity, tx);
      await tx.oneTimeToken.deleteMany({ where: { userId, purpose: { in: ["reset_password", "sign_in"] } } });
      return true;
    });
    if (changed) return;
  }
  throw new AppError("conflict", "Your password is being changed elsewhere at this moment. Try again.");
}

async function loadHash(userId: string): Promise<{ email: string; passwordHash: string }> {
  const { email, passwordHash } = await loadUser(userId);
  if (passwordHash !== null) return { email, passwordHash };
  throw new AppError("invalid", "You have no password yet. Have a link mailed to you to choose one.", {
    path: "/current",
  });
}

async function loadUser(userId: string): Promise<{ email: string; passwordHash: string | null }> {
  const user = await db().user.findUnique({
    where: { id: userId },
    select: { email: true, passwordHash: true },
  });
  if (!user) throw new AppError("not_signed_in", "Your account is gone. Sign in again.");
  return user;
}
