import { z } from "zod";
import { db } from "@/lib/server/db";
import { emailAddress } from "./email";
import { hashPassword, needsRehash } from "./password";
import { HASH_ROUNDS, replaceHash } from "./replace-hash";
import { createSession } from "./sessions";
import { tryPassword } from "./try-password";
import { passSecondStep } from "./two-step/second-step";

const credentials = z.object({
  email: emailAddress,
  password: z.string(),
  /** Of the second step, once it was asked for. */
  code: z.string().max(200).optional(),
});

export type SignInFrom = { address: string; userAgent: string };

/**
 * Begins a session for the right e-mail and password; null when they do not belong together, without saying which
 * is wrong. `too_many` after too many failures, with the seconds to wait in `details.retryAfter`; `not_signed_in` with
 * `details.secondStep` when the password is right and a code is wanted, or wrong.
 */
export async function signIn(
  input: unknown,
  from: SignInFrom,
): Promise<{ userId: string; sessionId: string } | null> {
  const parsed = credentials.safeParse(input);
  if (!parsed.success) return null;
  const { email, password, code } = parsed.data;
  for (let round = 0; round < HASH_ROUNDS; round += 1) {
    const user = await db().user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
    const right = await tryPassword(
      { email, passwordHash: user?.passwordHash ?? null, password },
      from.address,
    );
    if (!right || !user?.passwordHash) return null;
    const { id: userId, passwordHash: verified } = user;
    const next = needsRehash(verified) ? await hashPassword(password, "sign-in") : verified;
    const session = await replaceHash({ userId, verified, next }, async (tx) => {
      await passSecondStep(userId, code);
      return { userId, sessionId: await createSession(userId, from.userAgent, new Date(), tx) };
    });
    if (session) return session;
  }
  return null;
}
