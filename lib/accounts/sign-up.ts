import { z } from "zod";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { isUniqueViolation } from "@/lib/server/unique-violation";
import { emailAddress } from "./email";
import { newId } from "./ids";
import { hashPassword } from "./password";
import { newPassword } from "./password-rule";
import { personName } from "./person-name";
import { SLUG_ATTEMPTS, slugFor } from "./workspaces/slug-for";

export const signUpInput = z.strictObject({ name: personName, email: emailAddress, password: newPassword });
export type SignUpInput = z.infer<typeof signUpInput>;

export type SignedUp = { userId: string; workspaceId: string; workspaceSlug: string };

/** Makes a person with a password, as `makePerson` does. */
export async function signUp({ name, email, password }: SignUpInput): Promise<SignedUp> {
  const passwordHash = await hashPassword(password, "sign-up");
  return makePerson({ name, email, passwordHash, emailVerifiedAt: null });
}

export type NewPerson = {
  name: string;
  email: string;
  /** Null for those who come by another account. */
  passwordHash: string | null;
  emailVerifiedAt: Date | null;
  /** The account elsewhere that they come by. */
  oauthAccount?: { provider: string; providerAccountId: string };
};

/**
 * Makes a person, their workspace, its owner membership and its first project, all or nothing.
 * An address that has an account already is a `conflict` at `/email`.
 */
export async function makePerson(input: NewPerson): Promise<SignedUp> {
  const { name, email, passwordHash, emailVerifiedAt, oauthAccount } = input;
  for (let attempt = 0; attempt < SLUG_ATTEMPTS; attempt += 1) {
    const ids = { user: newId("usr"), workspace: newId("wsp"), project: newId("prj") };
    const slug = slugFor(name, attempt);
    try {
      await db().user.create({
        data: {
          id: ids.user,
          email,
          name,
          passwordHash,
          emailVerifiedAt,
          ...(oauthAccount ? { oauthAccounts: { create: { ...oauthAccount, email } } } : {}),
          members: {
            create: {
              role: "owner",
              workspace: {
                create: {
                  id: ids.workspace,
                  slug,
                  name: `${name}’s workspace`,
                  projects: { create: { id: ids.project, name: "First project" } },
                },
              },
            },
          },
        },
        select: { id: true },
      });
      return { userId: ids.user, workspaceId: ids.workspace, workspaceSlug: slug };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      if (await emailTaken(email)) {
        throw new AppError("conflict", "There is an account with this address already. Sign in instead.", {
          path: "/email",
          cause: error,
        });
      }
    }
  }
  throw new AppError("unavailable", "No free address was found for your workspace. Try again.");
}

async function emailTaken(email: string): Promise<boolean> {
  return (await db().user.findUnique({ where: { email }, select: { id: true } })) !== null;
}
