import { z } from "zod";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { emailAddress } from "./email";
import { loginLimiter } from "./login-limiter";
import { hashPassword, needsRehash, verifyPassword } from "./password";
import { createSession } from "./sessions";

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
  const wait = loginLimiter().attempt(email, from.address);
  if (wait > 0) {
    const retryAfter = Math.ceil(wait / 1000);
    throw new AppError("too_many", `Too many attempts. Try again in ${retryAfter} seconds.`, {
      details: { retryAfter },
    });
  }
  const user = await db().user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  if (!(await verifyPassword(user?.passwordHash ?? null, password)) || !user) return null;
  loginLimiter().succeeded(email, from.address);
  if (needsRehash(user.passwordHash)) {
    const passwordHash = await hashPassword(password);
    await db().user.update({ where: { id: user.id }, data: { passwordHash }, select: { id: true } });
  }
  return { userId: user.id, sessionId: await createSession(user.id, from.userAgent) };
}
