import { z } from "zod";
import { AppError } from "@/lib/errors";
import { db, transaction } from "@/lib/server/db";
import { seal } from "@/lib/server/sealed-secret";
import type { Identity } from "../identity";
import { revokeOtherSessions } from "../sessions";
import { checkCode } from "./check-code";
import { loadPerson, type Proof, prove, provePassword, wrongCode } from "./prove";
import { replaceRecoveryCodes } from "./recovery-codes";
import { newTotpSecret, totpAddress } from "./totp";

export const confirmation = z.strictObject({ code: z.string().max(200) });

export type TwoStepState = { on: boolean; since: Date | null; recoveryCodesLeft: number };

/** Whether the person's sign-in has a second step, and how many recovery codes are left. */
export async function loadTwoStep({ userId }: Identity): Promise<TwoStepState> {
  const [app, recoveryCodesLeft] = await Promise.all([
    db().twoStep.findUnique({ where: { userId }, select: { confirmedAt: true } }),
    db().recoveryCode.count({ where: { userId, usedAt: null } }),
  ]);
  return { on: Boolean(app?.confirmedAt), since: app?.confirmedAt ?? null, recoveryCodesLeft };
}

/**
 * Begins to set the second step up, from the start if it was begun before: gives the secret, which counts for nothing
 * until a code of it is confirmed. `conflict` when it is on already.
 */
export async function beginTwoStep(
  { userId }: Identity,
  given: Proof,
  address: string,
): Promise<{ secret: string; address: string }> {
  const person = await loadPerson(userId);
  if (person.passwordHash !== null) await provePassword(person, given, address);
  const secret = newTotpSecret();
  const fresh = { secret: seal("two-step", userId, secret), lastStep: 0 };
  await transaction(async () => {
    // Only one that is not confirmed is replaced; where one is, making another breaks its key.
    await db().twoStep.deleteMany({ where: { userId, confirmedAt: null } });
    const made = await db().twoStep.createMany({ data: { userId, ...fresh }, skipDuplicates: true });
    if (made.count === 0) {
      throw new AppError(
        "conflict",
        "Two-step sign-in is on already. Turn it off before you set it up anew.",
      );
    }
  });
  return { secret, address: totpAddress(secret, person.email) };
}

/**
 * Turns the second step on when the code is of the secret that was begun with, ends all other sessions, and gives the
 * recovery codes.
 */
export async function confirmTwoStep(
  identity: Identity,
  code: string,
  now = new Date(),
): Promise<{ recoveryCodes: string[] }> {
  const { userId } = identity;
  return transaction(async (tx) => {
    const app = await db().twoStep.findFirst({
      where: { userId, confirmedAt: null },
      select: { userId: true },
    });
    if (!app) throw new AppError("conflict", "Nothing is being set up. Begin again.");
    if (!(await checkCode(userId, code, now))) throw wrongCode();
    const turned = await db().twoStep.updateMany({
      where: { userId, confirmedAt: null },
      data: { confirmedAt: now },
    });
    if (turned.count === 0) throw new AppError("conflict", "Two-step sign-in was turned on meanwhile.");
    // Whoever is in elsewhere came in without the second step.
    await revokeOtherSessions(identity, tx, now);
    return { recoveryCodes: await replaceRecoveryCodes(userId) };
  });
}

/** Makes the old recovery codes worthless and gives new ones. */
export async function renewRecoveryCodes(
  { userId }: Identity,
  given: Proof,
  address: string,
): Promise<{ recoveryCodes: string[] }> {
  await prove(userId, given, address);
  return transaction(async () => {
    const app = await db().twoStep.findUnique({ where: { userId }, select: { confirmedAt: true } });
    if (!app?.confirmedAt)
      throw new AppError("conflict", "Two-step sign-in is off; there is nothing to recover.");
    return { recoveryCodes: await replaceRecoveryCodes(userId) };
  });
}

/** Turns the second step off. Off already is fine. */
export async function turnOffTwoStep({ userId }: Identity, given: Proof, address: string): Promise<void> {
  await prove(userId, given, address);
  await transaction(async () => {
    await db().twoStep.deleteMany({ where: { userId } });
    await db().recoveryCode.deleteMany({ where: { userId } });
  });
}
