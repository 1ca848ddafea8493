import { db } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { unseal } from "@/lib/server/sealed-secret";
import { loginLimiter } from "../login-limiter";
import { refuseWhileWaiting } from "../too-many";
import { spendRecoveryCode } from "./recovery-codes";
import { totpStep } from "./totp";

/**
 * Whether a code is the person's: six digits of their app, or a recovery code, with or without spaces and hyphens.
 * A right one is used up. `too_many` after too many wrong ones, wherever they were entered.
 */
export async function checkCode(userId: string, typed: string, now = new Date()): Promise<boolean> {
  refuseWhileWaiting(loginLimiter().code(userId), (time) => `Too many wrong codes. Try again in ${time}.`);
  const code = typed.slice(0, LONGEST_TYPED).replace(/[\s-]/g, "").toLowerCase();
  const right = /^\d{6}$/.test(code)
    ? await spendAppCode(userId, code, now)
    : await spendRecoveryCode(userId, code, now);
  if (right) loginLimiter().codeSucceeded(userId);
  return right;
}

const LONGEST_TYPED = 100;

/** One statement moves the last used step on, so that of two who show the same code at once one is let in. */
async function spendAppCode(userId: string, code: string, now: Date): Promise<boolean> {
  const app = await db().twoStep.findUnique({ where: { userId }, select: { secret: true } });
  if (!app) return false;
  const secret = unseal("two-step", userId, app.secret);
  if (secret === null) {
    log().error("a two-step secret does not open: NEXTAUTH_SECRET is another than when it was set up");
    return false;
  }
  const step = totpStep(secret, code, now);
  if (step === null) return false;
  const used = await db().twoStep.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return used.count === 1;
}
