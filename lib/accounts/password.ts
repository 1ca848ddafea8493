import { hash, verify } from "@node-rs/argon2";
import { processWide } from "@/lib/server/process-registry";
import { createGate, type Gate } from "./gate";
import { PASSWORD_MAX } from "./password-rule";

/** OWASP's argon2id: 46 MiB, one pass, one lane. */
const COST = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 } as const;
const CURRENT = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/**
 * Hash of a random text that nobody kept, at the current cost. Written down rather than made at the first need: making
 * it would wait for room of its own, and whether an address is known would show in who finds none.
 */
export const UNKNOWN_USER_HASH =
  "$argon2id$v=19$m=47104,t=1,p=1$vUSXB74n3SznCvkyfpCzYw$wBdNGY5e6/G9gFq6LnJwBwNaDxhFE3I4SM6sm5vWtjY";

/**
 * Each hash takes a core and 46 MiB for tens of milliseconds; people signing in must not starve the pictures, so four
 * run at once. Either side has places and a queue of its own, about five seconds of work, and a flood of sign-ups
 * leaves sign-in as it was, as does the reverse. Who comes when the queue is full is told to come again.
 */
const SHARES = {
  "sign-in": { atOnce: 3, mostWaiting: 300 },
  "sign-up": { atOnce: 1, mostWaiting: 100 },
} as const;

/** What somebody is doing who needs a hash. People with an account belong to sign-in. */
export type HashShare = keyof typeof SHARES;

function gate(share: HashShare): Gate {
  const { atOnce, mostWaiting } = SHARES[share];
  return processWide(`password-gate ${share}`, () => createGate(atOnce, mostWaiting));
}

/** Hash of a password as a PHC string. */
export function hashPassword(password: string, share: HashShare): Promise<string> {
  return gate(share)(() => hash(password, COST));
}

/**
 * Whether a password fits a stored hash. Without a hash (no such user) the work is done all the same, against a
 * hash nothing fits, so that the time tells nothing.
 */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  // No stored password is longer; hashing a megabyte would only be work for an attacker to order.
  if (password.length > 2 * PASSWORD_MAX) return false;
  const fits = await gate("sign-in")(() => verify(storedHash ?? UNKNOWN_USER_HASH, password));
  return fits && storedHash !== null;
}

/** Whether a hash was made at a cost we no longer use; sign-in then makes it anew. */
export function needsRehash(storedHash: string): boolean {
  return !storedHash.startsWith(CURRENT);
}
