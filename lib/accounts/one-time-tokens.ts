import { createHash, randomBytes } from "node:crypto";
import { db } from "@/lib/server/db";
import type { TokenPurpose } from "@/lib/server/generated/prisma/client";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long a mailed link holds. */
export const TOKEN_MS = {
  verify_email: 2 * DAY_MS,
  reset_password: 60 * MINUTE_MS,
  sign_in: 15 * MINUTE_MS,
} as const satisfies Record<TokenPurpose, number>;

/** 256 bits: nobody guesses one, so looking one up needs no limit. */
const TOKEN_BYTES = 32;

/** A token as text that fits an address. Only its hash is stored. */
export async function createToken(purpose: TokenPurpose, userId: string, now = new Date()): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  // What nobody can use any more goes when the next one comes.
  await db().oneTimeToken.deleteMany({ where: { expiresAt: { lte: now } } });
  await db().oneTimeToken.create({
    data: {
      tokenHash: hashOf(token),
      purpose,
      userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + TOKEN_MS[purpose]),
    },
    select: { userId: true },
  });
  return token;
}

/**
 * Uses a token up and gives whose it is; null when it is unknown, for something else, too old or used already. One
 * statement: of any number who come with the same token at once, one gets it. In a transaction that fails the token
 * stays as it was.
 */
export async function redeemToken(
  purpose: TokenPurpose,
  token: string,
  now = new Date(),
): Promise<string | null> {
  const [redeemed] = await db().oneTimeToken.updateManyAndReturn({
    where: { tokenHash: hashOf(token), purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { userId: true },
  });
  return redeemed?.userId ?? null;
}

/** Whether a token would be redeemed now: asked before work that nobody is to order with a made-up one. */
export async function tokenHolds(purpose: TokenPurpose, token: string, now = new Date()): Promise<boolean> {
  const found = await db().oneTimeToken.findFirst({
    where: { tokenHash: hashOf(token), purpose, usedAt: null, expiresAt: { gt: now } },
    select: { userId: true },
  });
  return found !== null;
}

/** Takes back every link that a person was mailed for these purposes. */
export async function withdrawTokens(userId: string, purposes: readonly TokenPurpose[]): Promise<void> {
  await db().oneTimeToken.deleteMany({ where: { userId, purpose: { in: [...purposes] } } });
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
