import { z } from "zod";
import { db } from "@/lib/server/db";
import { emailAddress } from "./email";
import { hashPassword, needsRehash } from "./password";
import { HASH_ROUNDS, replaceHash } from "./replace-hash";
import { createSession } from "./sessions";
import { tryPassword } from "./try-password";

const credentials = z.object({ email: emailAddress, password: z.string() });

export type SignInFrom = { address: string; userAgent: string };

/**
 * Begins a session for the right e-mail and password; null when they do not belong together, without saying which
 * is wrong. `too_many` after too many failures, with the seconds to wait in `details.retryAfter`.
 */
export async function signIn(
  input: unknown,
  from: SignInFrom,
): Promise<{ userId: string; sessionId: string } | null> {
  const parsed = credentials.safeParse(input);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  for (let round = 0; round < HASH_ROUNDS; round += 1) {
    const user = await db().user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
    const right = await tryPassword(
      { email, passwordHash: user?.passwordHash ?? null, password },
      from.address,
    );
    if (!right || !user) return null;
    const { id: userId, passwordHash: verified } = user;
    const next = needsRehash(verified) ? await hashPassword(password, "sign-in") : verified;
    const session = await replaceHash({ userId, verified, next }, async (tx) => ({
      userId,
      sessionId: await createSession(userId, from.userAgent, new Date(), tx),
    }));
    if (session) return session;
  }
  return null;
}
