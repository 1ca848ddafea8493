import { z } from "zod";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { tryPassword } from "../try-password";
import { checkCode } from "./check-code";

/** How somebody shows that it is still them: the password, or a code where there is none. */
export const proof = z.strictObject({
  password: z.string().max(1000).optional(),
  code: z.string().max(200).optional(),
});
export type Proof = z.infer<typeof proof>;

export type PersonToProve = { email: string; passwordHash: string | null };

/** What a person can be asked for. `not_signed_in` for one who is gone. */
export async function loadPerson(userId: string): Promise<PersonToProve> {
  const person = await db().user.findUnique({
    where: { id: userId },
    select: { email: true, passwordHash: true },
  });
  if (!person) throw new AppError("not_signed_in", "Your account is gone. Sign in again.");
  return person;
}

/** Asks for the password, or for a code where there is none. @throws AppError `invalid` at `/password` or `/code` */
export async function prove(userId: string, given: Proof, address: string): Promise<void> {
  const person = await loadPerson(userId);
  if (person.passwordHash !== null) return provePassword(person, given, address);
  if (!given.code?.trim() || !(await checkCode(userId, given.code))) throw wrongCode();
}

/** @throws AppError `invalid` at `/password`, `too_many` */
export async function provePassword(person: PersonToProve, given: Proof, address: string): Promise<void> {
  if (given.password && (await tryPassword({ ...person, password: given.password }, address))) return;
  throw new AppError("invalid", "This is not your password.", { path: "/password" });
}

/** The one answer for a code that is of no use. */
export function wrongCode(): AppError {
  return new AppError("invalid", "This code is wrong or used up. Enter the one shown now.", {
    path: "/code",
  });
}

/**
 * Asks for what the person has: a password, else a code of the second step. Whoever has neither came by a mailed link or
 * another account, and has nothing more to show than that.
 */
export async function proveWhatThereIs(userId: string, given: Proof, address: string): Promise<void> {
  const { passwordHash } = await loadPerson(userId);
  const steps = await db().twoStep.count({ where: { userId, confirmedAt: { not: null } } });
  if (passwordHash !== null || steps > 0) await prove(userId, given, address);
}
