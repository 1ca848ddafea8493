import { z } from "zod";
import { transaction } from "@/lib/server/db";
import { redeemToken } from "./one-time-tokens";
import { createSession } from "./sessions";
import type { SignInFrom } from "./sign-in";
import { tokenText } from "./token-spent";
import { passSecondStep } from "./two-step/second-step";

const credentials = z.object({ token: tokenText, code: z.string().max(200).optional() });

/**
 * Begins a session for whoever has a link that was mailed to sign in; null when it does not work. Where a second step
 * is wanted, `not_signed_in` with `details.secondStep`, and the link stays good: it is used up by the session alone.
 */
export async function signInByLink(
  input: unknown,
  from: Pick<SignInFrom, "userAgent">,
  now = new Date(),
): Promise<{ userId: string; sessionId: string } | null> {
  const parsed = credentials.safeParse(input);
  if (!parsed.success) return null;
  const { token, code } = parsed.data;
  return transaction(async () => {
    const userId = await redeemToken("sign_in", token, now);
    if (userId === null) return null;
    await passSecondStep(userId, code, now);
    return { userId, sessionId: await createSession(userId, from.userAgent, now) };
  });
}
