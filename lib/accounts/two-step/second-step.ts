import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { checkCode } from "./check-code";

/** Whether somebody's code is asked for at sign-in. */
export async function hasTwoStep(userId: string): Promise<boolean> {
  const app = await db().twoStep.findUnique({ where: { userId }, select: { confirmedAt: true } });
  return app !== null && app.confirmedAt !== null;
}

/**
 * The second step of signing in, for those who have set it up: `not_signed_in` with `details.secondStep` when the
 * code is still `wanted`, or `wrong`. Call it in the transaction that begins the session, last of all that can fail.
 */
export async function passSecondStep(
  userId: string,
  code: string | undefined,
  now = new Date(),
): Promise<void> {
  if (!(await hasTwoStep(userId))) return;
  if (!code?.trim()) throw secondStep("wanted", "Enter the code of your authenticator app.");
  if (!(await checkCode(userId, code, now))) {
    throw secondStep("wrong", "This code is wrong or used up. Enter the one shown now.");
  }
}

function secondStep(state: "wanted" | "wrong", sentence: string): AppError {
  return new AppError("not_signed_in", sentence, { path: "/code", details: { secondStep: state } });
}
