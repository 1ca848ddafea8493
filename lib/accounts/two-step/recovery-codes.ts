import { createHash } from "node:crypto";
import { db } from "@/lib/server/db";
import { randomText } from "../ids";

export const RECOVERY_CODES = 10;

/** 32 characters without those that look alike (0 and o, 1, i and l). */
const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
/** 79 bits: enough that a stolen hash is not worked back. */
const LENGTH = 16;

/** Replaces a person's recovery codes and gives the new ones, which are shown this once. */
export async function replaceRecoveryCodes(userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => randomText(LENGTH, ALPHABET));
  await db().recoveryCode.deleteMany({ where: { userId } });
  await db().recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: hashOf(userId, code) })),
  });
  return codes.map((code) => code.replace(/.{4}(?=.)/g, "$&-"));
}

/** Uses a recovery code up. One statement, so that it works once. The code comes without spaces and hyphens. */
export async function spendRecoveryCode(userId: string, code: string, now: Date): Promise<boolean> {
  const used = await db().recoveryCode.updateMany({
    where: { userId, codeHash: hashOf(userId, code), usedAt: null },
    data: { usedAt: now },
  });
  return used.count === 1;
}

function hashOf(userId: string, code: string): string {
  return createHash("sha256").update(`${userId} ${code}`).digest("hex");
}
