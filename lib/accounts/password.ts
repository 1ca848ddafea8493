import { hash, verify } from "@node-rs/argon2";
import { processWide } from "@/lib/server/process-registry";
import { createGate, type Gate } from "./gate";
import { PASSWORD_MAX } from "./password-rule";

/** OWASP's argon2id: 46 MiB, one pass, one lane. */
const COST = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 } as const;
const CURRENT = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** Each hash takes a core and 46 MiB for tens of milliseconds; sign-ins must not starve the pictures. */
const AT_ONCE = 4;

/** About five seconds of work; who comes later is told to come again. */
const MOST_WAITING = 400;

function gate(): Gate {
  return processWide("password-gate", () => createGate(AT_ONCE, MOST_WAITING));
}

/** Hash of a password as a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return gate()(() => hash(password, COST));
}

/**
 * Whether a password fits a stored hash. Without a hash (no such user) the work is done all the same, against a
 * hash nothing fits, so that the time tells nothing.
 */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  const against = storedHash ?? (await unknownUserHash());
  // No stored password is longer; hashing a megabyte would only be work for an attacker to order.
  if (password.length > 2 * PASSWORD_MAX) return false;
  const fits = await gate()(() => verify(against, password));
  return fits && storedHash !== null;
}

/** Whether a hash was made at a cost we no longer use; sign-in then makes it anew. */
export function needsRehash(storedHash: string): boolean {
  return !storedHash.startsWith(CURRENT);
}

function unknownUserHash(): Promise<string> {
  return processWide("password-unknown-user", () => hashPassword(crypto.randomUUID()));
}
