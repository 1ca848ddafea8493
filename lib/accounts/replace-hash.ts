import { transaction } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/prisma/client";

export type HashReplacement = {
  userId: string;
  /** The hash that a password was just found to fit. */
  verified: string;
  /** What is to stand there; the same when it is to stay. */
  next: string;
};

/**
 * Writes a person's hash and does what depends on it, provided that the verified one still stands there; null when it
 * does not. Whoever else does so waits for the row, so a sign-in is wholly before a change of password, which then
 * ends its session, or wholly after it, and then its password no longer fits.
 */
export async function replaceHash<T>(
  { userId, verified, next }: HashReplacement,
  act: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T | null> {
  return transaction(async (tx) => {
    const written = await tx.user.updateMany({
      where: { id: userId, passwordHash: verified },
      data: { passwordHash: next },
    });
    return written.count === 0 ? null : act(tx);
  });
}

/**
 * How often a password is judged when the hash changes in between: sign-in may just have made it anew at another cost,
 * and the password that fitted still fits.
 */
export const HASH_ROUNDS = 3;
